package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of any origin may call what browser applications need, and read the refusals too; nothing else. */
class CorsTest {

    private static final String ORIGIN = "https://app.example.test";

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    @ParameterizedTest
    @CsvSource({
        "/oidc/.well-known/openid-configuration, GET",
        "/oidc/.well-known/oidc-configuration, GET",
        "/.well-known/oauth-authorization-server/oidc, GET",
        "/oidc/jwks, GET",
        "/oidc/token, POST",
        "/oidc/revoke, POST",
        "/oidc/userinfo, 'GET, POST'"
    })
    void arePreparedByAPreflight(String path, String methods) {
        Answer answer = call(BANK, "OPTIONS", path)
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", methods.split(",", -1)[0])
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .send();

        assertThat(answer)
                .hasStatus(204)
                .hasHeader("Access-Control-Allow-Origin", ORIGIN)
                .hasHeader("Access-Control-Allow-Credentials", "true")
                .hasHeader("Access-Control-Allow-Methods", methods)
                .hasHeader("Access-Control-Allow-Headers", "authorization,content-type")
                .hasHeader("Vary", "Origin");
    }

    @Test
    void maySendHeadersOfTheirLibrarysOwn() {
        Answer answer = call(BANK, "OPTIONS", "/oidc/token")
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "x-client-name")
                .send();

        assertThat(answer).hasHeader("Access-Control-Allow-Headers", "x-client-name");
    }

    @Test
    void mayReadGoodRepliesAndRefusals() {
        assertOpen(OpenIdCalls.discovery(BANK), 200);
        assertOpen(OpenIdCalls.jwks(BANK), 200);
        assertOpen(HttpCall.clientCredentials(BANK, App.JWT.pair()), 200);
        assertOpen(HttpCall.tokenRequest(BANK, "grant_type", "x").as(App.MOBILE), 400);
        assertOpen(CodeFlow.refresh(BANK, App.MOBILE, "x"), 400);
        assertOpen(HttpCall.tokenRequest(BANK), 401);
        BANK.faults().on("token").next(1).fail(503);
        assertOpen(HttpCall.clientCredentials(BANK, App.JWT.pair()), 503);
        assertOpen(OpenIdCalls.userinfo(BANK, "x"), 401);
        assertOpen(OpenIdCalls.revoke(BANK, App.MOBILE, "x"), 200);
        assertOpen(HttpCall.post(BANK, "/oidc/revoke"), 401);
        assertOpen(HttpCall.call(BANK, "PUT", "/oidc/token"), 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/authorize", "/oidc/login", "/oidc/consent", "/oidc/logout", "/oidc/introspect"})
    void mayCallNothingElse(String path) {
        for (String method : new String[] {"OPTIONS", "GET", "POST"}) {
            Answer answer = call(BANK, method, path)
                    .header("Origin", ORIGIN)
                    .header("Access-Control-Request-Method", "POST")
                    .send();

            assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        }
    }

    @Test
    void areNotSpokenOfToOthers() {
        assertThat(OpenIdCalls.discovery(BANK)).hasNoHeader("Access-Control-Allow-Origin");
        assertThat(call(BANK, "OPTIONS", "/oidc/token")).hasStatus(405).hasHeader("Allow", "POST");
    }

    private static void assertOpen(HttpCall call, int status) {
        assertThat(call.header("Origin", ORIGIN))
                .hasStatus(status)
                .hasHeader("Access-Control-Allow-Origin", ORIGIN)
                .hasHeader("Access-Control-Allow-Credentials", "true")
                .hasHeader("Vary", "Origin")
                .hasHeaderMatching("Access-Control-Expose-Headers", ".*Date.*");
    }
}
