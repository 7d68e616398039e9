package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.HARBOUR_COFFEE;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What users are capable of, as the bank tells it. */
class CapabilitiesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private HttpCall ask(String path, String user) {
        return get(bank, "/core/capabilities" + path)
                .bearer(bank.tokens().forClient("payouts"))
                .onBehalfOf(user);
    }

    @Test
    void areTheElevenThatTheBankLists() {
        assertThat(ask("", ADA).send().each("/capabilities", "code"))
                .containsExactly(
                        "crypto-withdrawals",
                        "card-withdrawals",
                        "bank-withdrawals",
                        "crypto-deposits",
                        "bank-deposits",
                        "deposits",
                        "receives",
                        "sends",
                        "trades",
                        "cards",
                        "unique-account-number-viban");
        assertThat(ask("", MALLORY)).hasStatus(200);
    }

    @Test
    void areEnabledUnlessSomethingStandsAgainstThem() {
        assertThat(ask("/bank-withdrawals", ADA)).hasStatus(200).wasAllowed().hasBody("""
                {"capability": {"code": "bank-withdrawals", "name": "Withdraw to bank", "enabled": true,
                 "requirements": [], "restrictions": []}}
                """);
        assertThat(ask("/trades", BRUNO))
                .has("/capability/enabled", "true")
                .has("/capability/requirements/0", "user-must-submit-identity");
        assertThat(ask("/crypto-withdrawals", HARBOUR_COFFEE))
                .has("/capability/enabled", "false")
                .has("/capability/restrictions/0", "user-type-not-supported");
    }

    @Test
    void areThoseThatTheUsersEntryListsBesides() {
        bank.resource("users", ADA).set("/capabilities", List.of(Map.of("code", "paypal", "name", "Pay with a pal")));

        assertThat(ask("", ADA).send().each("/capabilities", "code"))
                .hasSize(12)
                .contains("paypal");
        assertThat(ask("/paypal", ADA))
                .has("/capability/name", "Pay with a pal")
                .has("/capability/enabled", "true");
    }

    @Test
    void areMissingWhereTheyAreSwitchedOff() {
        bank.resource("users", ADA).set("/capabilities", List.of(Map.of("code", "trades", "enabled", false)));

        assertThat(ask("/trades", ADA)).has("/capability/enabled", "false");
        assertThat(new Payer(bank, ADA).quote(account(ADAS_SPENDING), account(ADAS_BITCOIN), amount("EUR", "10.00")))
                .hasStatus(409)
                .has("/code", "user_capability_failure")
                .has("/details/capability/code", "trades")
                .lacks("/details/capability/enabled");
    }

    @Test
    void areKnownByTheirCodes() {
        assertThat(ask("/paypal", ADA))
                .hasStatus(404)
                .has("/details/entity", "capability")
                .wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
        assertThat(ask("/flying", ADA)).hasStatus(400).has("/details/context", "path");
    }

    @Test
    void areToldForUsersWithTheScopeForIt() {
        assertThat(get(bank, "/core/capabilities").bearer(bank.tokens().forClient("payouts")))
                .hasStatus(403)
                .has("/code", "subject_not_allowed");
        assertThat(get(bank, "/core/capabilities")
                        .bearer(bank.tokens().forClient("desk"))
                        .onBehalfOf(ADA))
                .hasStatus(403)
                .has("/details/security/0/schemeScopes/0", "core.capabilities:read");
    }
}
