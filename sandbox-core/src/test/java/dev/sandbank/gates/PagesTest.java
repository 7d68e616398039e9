package dev.sandbank.gates;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.ControlCall.control;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Scripts on pages call the bank's API where the fixture lets them, and nowhere else. */
class PagesTest {

    private static final String ORIGIN = "http://localhost:3000";
    private static final String ACCOUNTS = "/banking/accounts";

    @AutoClose
    private final Sandbank open = Sandbank.builder()
            .fixtureText("bank: apiture\nextends: apiture\nsettings: {cors: true}\n")
            .start();

    @Test
    void mayAskBeforeTheyCallWithoutAToken() {
        Answer answer = preflight(open, ACCOUNTS);

        assertThat(answer)
                .hasStatus(204)
                .hasHeader("Access-Control-Allow-Origin", ORIGIN)
                .hasHeader("Access-Control-Allow-Methods", "GET, HEAD")
                .hasHeader("Access-Control-Allow-Headers", "authorization")
                .hasHeader("Access-Control-Allow-Credentials", "true");
        assertThat(answer.exchange().decision().allowed()).isTrue();
    }

    @Test
    void mayReadGoodRepliesRefusalsAndFaults() {
        String token = open.tokens().forUser("mobile-app", "ada");

        assertOpen(get(open, ACCOUNTS).bearer(token), 200);
        assertOpen(get(open, ACCOUNTS), 401);
        assertOpen(get(open, "/banking/nothing").bearer(token), 404);
        open.faults().on("listAccounts").next(1).fail(503);
        assertOpen(get(open, ACCOUNTS).bearer(token), 503);
    }

    @Test
    void mayNotWhereTheFixtureSaysNothing() {
        try (Sandbank closed = Sandbank.start("apiture")) {
            Answer answer = preflight(closed, ACCOUNTS);

            assertThat(answer).hasStatus(401).hasNoHeader("Access-Control-Allow-Origin");
            assertThat(get(closed, ACCOUNTS).header("Origin", ORIGIN)).hasNoHeader("Access-Control-Allow-Origin");
        }
    }

    @Test
    void mayNeverControlTheSandbox() {
        for (String method : new String[] {"OPTIONS", "GET", "POST"}) {
            ControlAnswer answer = control(open, method, "/reset")
                    .header("Origin", ORIGIN)
                    .header("Access-Control-Request-Method", "POST")
                    .sendUnchecked();

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        }
    }

    private static Answer preflight(Sandbank bank, String path) {
        return call(bank, "OPTIONS", path)
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .send();
    }

    private static void assertOpen(HttpCall call, int status) {
        assertThat(call.header("Origin", ORIGIN))
                .hasStatus(status)
                .hasHeader("Access-Control-Allow-Origin", ORIGIN)
                .hasHeader("Vary", "Origin")
                .hasHeaderMatching("Access-Control-Expose-Headers", ".*Date.*");
    }
}
