package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_CARD;
import static dev.sandbank.testing.UpholdSeed.ADAS_RIPPLES;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static dev.sandbank.uphold.Payer.external;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How long a user must wait before an asset can be bought and deposited, and how tests skip that. */
class CooldownsTest {

    private static final String COOLING = """
            extends: uphold
            clock: 2031-03-03T09:00:00Z
            settings: {accessTokenLifetime: PT2H}
            users:
              - id: 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10
                type: individual
                email: ada@example.test
                primaryCitizenship: GB
                address: {country: GB}
                cooldowns: [{rule: financial-promotions, assets: [XRP, ETH], features: [buy, deposit], endsAt: 2031-03-03T10:00:00Z}]
                capabilities: [{code: cards, restrictions: [financial-promotion-cooldown-running]}]
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText(COOLING).start();

    private final Payer ada = new Payer(bank, ADA);

    private HttpCall skip(String client) {
        return call(bank, "PUT", "/core/assets/test-helpers/skip-assets-cooldowns")
                .bearer(bank.tokens().forClient(client));
    }

    private AnswerAssert ripples() {
        return assertThat(ada.as(get(bank, "/core/assets/XRP")));
    }

    private HttpCall buy() {
        return ada.quote(account(ADAS_SPENDING), account(ADAS_RIPPLES), amount("EUR", "10.00"));
    }

    private HttpCall deposit() {
        return ada.quote(external(ADAS_CARD), account(ADAS_SPENDING), amount("EUR", "10.00"));
    }

    private void isCooling() {
        ripples().hasBody("""
                {"asset": {"code": "XRP", "name": "XRP", "type": "crypto", "decimals": 6,
                 "features": ["sell", "transfer", "withdraw"],
                 "cooldowns": [{"rule": "financial-promotions", "features": ["buy", "deposit"],
                   "endsAt": "2031-03-03T10:00:00.000Z"}]}}
                """);
        assertThat(buy())
                .hasStatus(409)
                .has("/code", "asset_feature_not_available")
                .has("/details/property", "destination")
                .has("/details/feature", "buy");
        assertThat(deposit())
                .hasStatus(409)
                .has("/code", "user_capability_failure")
                .has("/details/capability/restrictions/0", "financial-promotion-cooldown-running");
    }

    private void isOver() {
        ripples().lacks("/asset/cooldowns/0").has("/asset/features/0", "buy");
        assertThat(buy()).hasStatus(201);
        assertThat(deposit()).hasStatus(201);
    }

    @Test
    void takeFeaturesAwayFromTheirUserAlone() {
        isCooling();
        assertThat(ada.as(get(bank, "/core/assets/BTC"))).lacks("/asset/cooldowns/0");
        assertThat(get(bank, "/core/assets/XRP").bearer(bank.tokens().forClient("payouts")))
                .lacks("/asset/cooldowns/0")
                .has("/asset/features/0", "buy");
    }

    @Test
    void endByTheClock() {
        isCooling();

        bank.clock().advance(Duration.ofHours(1));

        isOver();
    }

    @Test
    void endByTheHelperAsOftenAsItIsAskedFor() {
        isCooling();

        assertThat(skip("care").onBehalfOf(ADA)).hasStatus(204).wasAllowed();

        isOver();
        assertThat(skip("care").onBehalfOf(ADA)).hasStatus(204);
    }

    @Test
    void areSkippedForUsersOnlyAndNotForBlockedOnes() {
        assertThat(skip("payouts").onBehalfOf(ADA))
                .hasStatus(403)
                .has("/code", "token_insufficient_scopes")
                .has("/details/security/0/schemeScopes/0", "core.assets:use-test-helpers");
        assertThat(skip("care")).hasStatus(403).has("/code", "subject_not_allowed");
        assertThat(skip("care").onBehalfOf(MALLORY))
                .hasStatus(409)
                .has("/code", "operation-not-allowed")
                .wasRefusedAt("blocked", DenialReason.SUBJECT_BLOCKED);
    }

    @Test
    void cannotBeSkippedInProduction() {
        try (Sandbank production = Sandbank.builder()
                .fixtureText("extends: uphold\nsettings: {production: true}\n")
                .start()) {
            assertThat(call(production, "PUT", "/core/assets/test-helpers/skip-assets-cooldowns")
                            .bearer(production.tokens().forClient("care"))
                            .onBehalfOf(ADA))
                    .hasStatus(404)
                    .has("/code", "entity_not_found")
                    .has("/details/entity", "endpoint")
                    .wasRefusedAt("input", "not-in-production");
        }
    }
}
