package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision;
import dev.sandbank.DenialReason;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A client that calls more often than its bank allows is told to wait, on the sandbox's clock. */
class RequestLimitTest {

    private static final String DIALECT = """
            api:
              base: /api
              challenge: {scheme: Bearer, realm: tiny}
              limit: {requests: mostCalls, period: callPeriod}
            settings:
              mostCalls: {type: integer, default: 0, about: Calls of a client in a period}
              callPeriod: {type: duration, default: PT1M, about: The period}
            operations:
              - id: me
                method: GET
                path: /me
                scopes: [read]
                resources: [{in: subject, collection: users, as: me}]
                work: {get: {}}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, "settings: {mostCalls: 2, callPeriod: PT10S}\n");

    @Test
    void countsTheCallsOfEachClient() {
        assertThat(bank.get("ann", "/me")).hasStatus(200);
        bank.sandbank().clock().advance(Duration.ofMillis(2500));
        assertThat(bank.get("bob", "/me")).hasStatus(200);

        assertThat(bank.get("ann", "/me"))
                .hasStatus(429)
                .has("/code", DenialReason.TOO_MANY_REQUESTS)
                .hasHeader("Retry-After", "8")
                .wasRefused(DenialReason.TOO_MANY_REQUESTS);
        assertThat(bank.other("/me")).wasRefused(DenialReason.RESOURCE_UNKNOWN);
    }

    @Test
    void startsAgainWhenThePeriodIsOver() {
        bank.get("ann", "/me").send();
        bank.get("ann", "/me").send();
        bank.sandbank().clock().advance(Duration.ofMillis(9999));
        assertThat(bank.get("ann", "/me")).hasStatus(429).hasHeader("Retry-After", "1");

        bank.sandbank().clock().advance(Duration.ofMillis(1));

        assertThat(bank.get("ann", "/me")).hasStatus(200);
    }

    @Test
    void countsWhateverAGoodTokenAsksForAndNothingElse() {
        assertThat(bank.asClient("GET", "/me", "write")).hasStatus(403);
        assertThat(bank.asClient("GET", "/nowhere")).hasStatus(404);
        assertThat(bank.asClient("GET", "/me")).hasStatus(429);

        assertThat(bank.get("ann", "/me").header("Authorization", "again")).hasStatus(401);
    }

    @Test
    void isAGateOfItsOwnAfterTheToken() {
        assertThat(bank.get("ann", "/me").send().decision().gates())
                .extracting(Decision.Gate::name)
                .startsWith("token", "limit", "route");
    }

    @Test
    void isForgottenByAReset() {
        bank.get("ann", "/me").send();
        bank.get("ann", "/me").send();

        bank.sandbank().reset();

        assertThat(bank.get("ann", "/me")).hasStatus(200);
    }

    @Test
    void isOffUnlessTheFixtureSaysHowMany() {
        try (TinyBank free = TinyBank.start(DIALECT, "")) {
            for (int call = 0; call < 5; call++) {
                assertThat(free.get("ann", "/me")).hasStatus(200).wasAllowed();
            }
        }
    }
}
