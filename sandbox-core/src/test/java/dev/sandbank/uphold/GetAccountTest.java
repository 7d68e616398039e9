package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_CONTA;
import static dev.sandbank.testing.UpholdSeed.UNKNOWN_ACCOUNT;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code core.get-account}: one's own; another's is as if absent. */
class GetAccountTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @Test
    void showsOnesOwn() {
        assertThat(account(ADA, ADAS_SPENDING))
                .hasStatus(200)
                .wasAllowed()
                .hasMembersOnly("", "account")
                .has("/account/id", ADAS_SPENDING)
                .has("/account/ownerId", ADA)
                .has("/account/label", "Spending")
                .has("/account/asset", "EUR")
                .has("/account/balance/total", "250.00")
                .has("/account/balance/available", "240.00");
    }

    @Test
    void looksAbsentToEverybodyElse() {
        String unknown = assertThat(account(BRUNO, UNKNOWN_ACCOUNT))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "account")
                .wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN)
                .answer()
                .body();

        assertThat(account(BRUNO, ADAS_SPENDING))
                .hasStatus(404)
                .hasBody(unknown.replace(UNKNOWN_ACCOUNT, ADAS_SPENDING));
        assertThat(account(ADA, BRUNOS_CONTA)).hasStatus(404).has("/details/entity", "account");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "7b0f2a526a0e4c7e9f3d1d2b6a1f5c11",
                "7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c1",
                "7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c111",
                "{7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c11}",
                "7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c1g",
                "%207b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c11"
            })
    void refusesWhatIsNoUuid(String id) {
        assertThat(account(ADA, id.replace("{", "%7B").replace("}", "%7D")))
                .hasStatus(400)
                .has("/code", "request_invalid")
                .has("/details/context", "path")
                .has("/details/violations/0/property", "accountId")
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    @Test
    void findsNoAccountByAnotherSpellingOfItsId() {
        assertThat(account(ADA, ADAS_SPENDING.toUpperCase(Locale.ROOT))).hasStatus(404);
    }

    private HttpCall account(String user, String id) {
        return get(bank, "/core/accounts/" + id)
                .bearer(bank.tokens().forClient("payouts"))
                .onBehalfOf(user);
    }
}
