package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.UpholdSeed;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank whose times are all as long as a fixture can make them, wherever its clock stands. */
class LongestSettingsTest {

    private static final String FIXTURE = """
            extends: uphold
            clock: %s
            settings: {accessTokenLifetime: P3652059D, requestPeriod: P3652059D, requestLimit: 20, quoteLifetime: P3652059D,
              shortestQuoteLifetime: P3652059D, longestQuoteLifetime: P3652059D, settlementDelay: P3652059D,
              externalSettlementDelay: P3652059D}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "2031-03-03T09:00:00Z",
                "9990-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z"
            })
    void issuesTokensAndQuotesAndSettlesNothing(String clock) {
        try (Sandbank bank =
                Sandbank.builder().fixtureText(FIXTURE.formatted(clock)).start()) {
            assertThat(clientCredentials(bank, UpholdSeed.PAYOUTS))
                    .hasStatus(200)
                    .has("/expires_in", 315_537_897_600L);
            Payer payer = new Payer(bank, UpholdSeed.ADA);
            Answer quote = payer.quote(
                            Payer.account(UpholdSeed.ADAS_SPENDING),
                            Payer.account(UpholdSeed.ADAS_POUNDS),
                            Payer.amount("EUR", "1.00"))
                    .send();
            assertThat(quote).hasStatus(201);
            assertThat(quote.text("/quote/expiresAt")).matches("[0-9]{4}-.*Z");
            assertThat(Instant.parse(quote.text("/quote/expiresAt"))).isAfter(clock);

            Answer made = payer.commit(quote.text("/quote/id"), "").send();
            assertThat(made).hasStatus(201).has("/transaction/status", "processing");

            assertThat(payer.transaction(made.text("/transaction/id"))).has("/transaction/status", "processing");
            Sandbank.builder().fixtureText(bank.export()).start().close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "2031-03-03T09:00:00Z", "9999-12-31T23:59:59Z"})
    void limitsRequestsForAllOfThatTime(String clock) {
        try (Sandbank bank =
                Sandbank.builder().fixtureText(FIXTURE.formatted(clock)).start()) {
            String token = bank.tokens().forClient("payouts");
            for (int call = 0; call < 20; call++) {
                assertThat(get(bank, "/core/users/me").bearer(token).onBehalfOf(UpholdSeed.ADA))
                        .hasStatus(200);
            }

            assertThat(get(bank, "/core/users/me").bearer(token).onBehalfOf(UpholdSeed.ADA))
                    .hasStatus(429);
        }
    }
}
