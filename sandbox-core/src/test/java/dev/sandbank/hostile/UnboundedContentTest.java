package dev.sandbank.hostile;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision;
import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.ApitureSeed;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.ControlCall;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.UpholdSeed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that is small to send and endless to compute on is refused when it is read, wherever JSON is read. */
class UnboundedContentTest {

    @AutoClose
    private static final Sandbank UPHOLD = Sandbank.start("uphold");

    @AutoClose
    private static final Sandbank APITURE = Sandbank.start("apiture");

    static Stream<String> values() {
        return Stream.of(
                "1e3000000",
                "1e999999999",
                "-1e-999999999",
                "0e999999999",
                "1e501",
                "1e-501",
                "9".repeat(100_000),
                "0." + "9".repeat(100_000),
                nested("[", "]", 64),
                nested("[", "]", 100),
                nested("[", "]", 1_000),
                nested("[", "]", 100_000),
                nested("{\"a\":", "}", 64),
                nested("{\"a\":", "}", 100),
                nested("{\"a\":", "}", 1_000),
                nested("{\"a\":", "}", 100_000),
                "{\"" + "n".repeat(100_000) + "\":1}");
    }

    private static String nested(String begin, String end, int depth) {
        return begin.repeat(depth) + "1" + end.repeat(depth);
    }

    @ParameterizedTest
    @MethodSource("values")
    void isRefusedAtInputByTheBoundThatItExceeds(String value) {
        for (HttpCall call : List.of(user(), transfer(APITURE.tokens().forClient(ApitureSeed.ADA_BATCH)))) {
            Answer answer = call.json("{\"type\":" + value + "}").send();

            assertThat(answer).hasStatus(400).wasRefusedAt("input", DenialReason.BODY_MALFORMED);
            assertThat(saw(answer)).startsWith("The content exceeds a bound: ").hasSizeLessThan(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e500", "1e-500", "1E+400", "0.1000000000000000055511151231257827021181583404541015625"})
    void isJudgedByItsSchemaWithinTheBounds(String number) {
        assertThat(user().json("{\"type\":" + number + "}"))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    @ParameterizedTest
    @MethodSource("values")
    void isRefusedAfterWhatComesBeforeInput(String value) {
        String body = "{\"type\":" + value + "}";

        assertThat(HttpCall.post(UPHOLD, "/core/accounts").json(body)).hasStatus(401);
        assertThat(account("core.accounts:read").onBehalfOf(UpholdSeed.ADA).json(body))
                .hasStatus(403)
                .wasRefusedAt("scope", DenialReason.SCOPE_MISSING);
        assertThat(account("core.accounts:create")
                        .onBehalfOf(UpholdSeed.MALLORY)
                        .json(body))
                .hasStatus(409)
                .wasRefusedAt("blocked", DenialReason.SUBJECT_BLOCKED);
        assertThat(HttpCall.post(APITURE, "/banking/transfers").json(body)).hasStatus(401);
        assertThat(transfer(APITURE.tokens().forClient("ledger-reader")).json(body))
                .hasStatus(403)
                .wasRefusedAt("scope", DenialReason.SCOPE_MISSING);
        assertThat(transfer(APITURE.tokens().forClient("mallory-batch")).json(body))
                .hasStatus(403)
                .wasRefusedAt("blocked", DenialReason.SUBJECT_BLOCKED);
    }

    @ParameterizedTest
    @MethodSource("values")
    void isRefusedByTheControlApi(String value) {
        ControlCall.control(APITURE, "POST", "/faults")
                .json("{\"on\":[\"listAccounts\"],\"next\":" + value + "}")
                .send()
                .isProblem(400, "the content exceeds a bound: ");
    }

    /** Of those that fit into a request for authorization. */
    static Stream<String> smallValues() {
        return values().filter(value -> value.length() < 1_000);
    }

    @ParameterizedTest
    @MethodSource("smallValues")
    void isNoClaimsParameter(String value) {
        CodeFlow flow = CodeFlow.of(APITURE, App.MOBILE).with("claims", "{\"userinfo\":" + value + "}");

        assertThat(flow.startByForm(new Browser(APITURE)).told("error")).isEqualTo("invalid_request");
    }

    private static HttpCall user() {
        return HttpCall.post(UPHOLD, "/core/users")
                .bearer(UPHOLD.tokens().forClient("onboarding"))
                .header("X-Uphold-User-Ip", "192.0.2.7");
    }

    private static HttpCall account(String scope) {
        return HttpCall.post(UPHOLD, "/core/accounts")
                .bearer(UPHOLD.tokens().forClient("payouts", scope, UpholdSeed.ACT));
    }

    private static HttpCall transfer(String token) {
        return HttpCall.post(APITURE, "/banking/transfers").bearer(token);
    }

    private static String saw(Answer answer) {
        List<Decision.Gate> gates = answer.decision().gates();
        return gates.get(gates.size() - 1).saw();
    }
}
