package dev.sandbank.causes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a request says that its endpoint does not read, in the journal. */
class IgnoredParametersTest {

    @AutoClose
    private final Scene scene = Scene.open();

    @Test
    void areToldOfTokenRequests() {
        assertThat(request("scopes", "banking/read")).endsWith("; ignored 'scopes' (did you mean \"scope\"?)");
        assertThat(request("scope[0]", "banking/read")).endsWith("; ignored 'scope[0]' (did you mean \"scope\"?)");
        assertThat(request("audience", "a", "resource", "r", "authorization_details", "[]"))
                .endsWith("; ignored 'audience', 'resource', 'authorization_details'");
        assertThat(request("redirect_uri", "https://a.test/")).endsWith("; ignored 'redirect_uri'");
        assertThat(request("scope", "banking/read")).isEqualTo("one form, each parameter once");
    }

    private String request(String... more) {
        return scene.machine(more).gates().get(0).saw();
    }

    @Test
    void areProofsOfPossession() {
        Decision decision = scene.token(call ->
                call.basic("machine:machine-s3cret").header("DPoP", "proof").query("x", "y"));

        assertThat(decision.gates().get(0).saw()).endsWith("; ignored the query, the header DPoP");
    }

    @Test
    void areNoTokenThatWasSentAsAName() {
        String token = scene.bank().tokens().forClient("machine");

        assertThat(request(token, "")).isEqualTo("one form, each parameter once");
        assertThat(request(token, "x")).endsWith("; ignored a parameter with an unusual name");
    }

    @Test
    void areToldOfAuthorizationRequests() {
        Decision decision = scene.mobile()
                .with("login_hints", "ada")
                .start(new Browser(scene.bank()))
                .decision();

        assertThat(decision.gates().get(2).saw())
                .isEqualTo("well-formed; ignored 'login_hints' (did you mean \"login_hint\"?)");
    }

    @Test
    void areToldOfRequestsToSignOut() {
        Decision decision = new Browser(scene.bank())
                .open("/oidc/logout?post_logout_redirect_url=http://127.0.0.1/")
                .decision();

        assertThat(decision.chain())
                .containsExactly(
                        "request      ✓ pass    well-formed; ignored 'post_logout_redirect_url' (did you mean"
                                + " \"post_logout_redirect_uri\"?)",
                        "session      ✓ pass    nobody was signed in");
    }

    @Test
    void areToldOfRefusedRequestsToSignOut() {
        Decision decision = new Browser(scene.bank())
                .open("/oidc/logout?id_token_hint=none&ui_locale=en")
                .decision();

        assertThat(decision.gates().get(0).saw())
                .isEqualTo("id_token_hint was not issued here; ignored 'ui_locale' (did you mean \"ui_locales\"?)");
    }

    @Test
    void areToldOfUserinfo() {
        String token = scene.mobile().signIn(Person.ADA).text("/access_token");

        assertThat(HttpCall.get(scene.bank(), "/oidc/userinfo")
                        .bearer(token)
                        .query("schema", "openid")
                        .header("DPoP", "proof")
                        .send()
                        .decision()
                        .gates()
                        .get(0)
                        .saw())
                .endsWith(" for user ada; ignored 'schema', the header DPoP");
        assertThat(HttpCall.get(scene.bank(), "/oidc/userinfo")
                        .query("access_token", token)
                        .send()
                        .decision()
                        .explain())
                .endsWith("; ignored 'access_token'")
                .doesNotContain(token);
        assertThat(HttpCall.post(scene.bank(), "/oidc/userinfo")
                        .form("acces_token", token)
                        .send()
                        .decision()
                        .explain())
                .endsWith("; ignored 'acces_token' (did you mean \"access_token\"?)")
                .doesNotContain(token);
    }
}
