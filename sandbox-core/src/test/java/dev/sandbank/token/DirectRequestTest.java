package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.post;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client asks without a browser is one form with its credentials in one place, at every endpoint alike. */
class DirectRequestTest {

    private static final String FORM = "grant_type=refresh_token&refresh_token=x&token=x";

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/token", "/oidc/introspect", "/oidc/revoke"})
    void isNoJson(String path) {
        invalid(post(BANK, path).basic(App.PORTAL.pair()).json("{\"grant_type\":\"refresh_token\",\"token\":\"x\"}"));
        invalid(post(BANK, path).basic(App.PORTAL.pair()).content("text/plain", FORM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/token", "/oidc/introspect", "/oidc/revoke"})
    void repeatsNoParameter(String path) {
        invalid(form(path, FORM + "&token=y&refresh_token=y").basic(App.PORTAL.pair()));
        invalid(form(path, FORM + "&client_id=posting&client_id=posting&client_secret=posting-s3cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/token", "/oidc/introspect", "/oidc/revoke"})
    void hasItsCredentialsInOnePlace(String path) {
        invalid(form(path, FORM + "&client_secret=web-portal-6nD1vH").basic(App.PORTAL.pair()));
        invalid(form(path, FORM + "&client_assertion=a.b.c").basic(App.PORTAL.pair()));
        invalid(form(path, FORM + "&client_assertion=a.b.c&client_secret=x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/token", "/oidc/introspect", "/oidc/revoke"})
    void hasNoCredentialsInTheQuery(String path) {
        invalid(form(path, FORM).query("client_id", "posting").query("client_secret", "posting-s3cret"));
        invalid(form(path, FORM).query("client_secret", "x").basic(App.PORTAL.pair()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/token", "/oidc/introspect", "/oidc/revoke"})
    void isOfAClientThatProvesItself(String path) {
        for (String credentials : new String[] {"web-portal:wrong", "stranger:x", "web-portal:", "mobile-app:x"}) {
            assertThat(form(path, FORM).basic(credentials))
                    .hasStatus(401)
                    .has("/error", "invalid_client")
                    .hasHeader("WWW-Authenticate", "Basic realm=\"apiture\"")
                    .hasHeader("Cache-Control", "no-store");
        }
    }

    private static HttpCall form(String path, String content) {
        return post(BANK, path).content("application/x-www-form-urlencoded", content);
    }

    private static void invalid(HttpCall call) {
        assertThat(call)
                .hasStatus(400)
                .has("/error", "invalid_request")
                .lacks("/access_token")
                .lacks("/active")
                .hasHeader("Cache-Control", "no-store");
    }
}
