package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.CodeFlow.refresh;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.OpenIdCalls.accounts;
import static dev.sandbank.testing.OpenIdCalls.introspect;
import static dev.sandbank.testing.OpenIdCalls.revoke;
import static dev.sandbank.testing.OpenIdCalls.userinfo;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.ApitureSeed;
import dev.sandbank.testing.App;
import dev.sandbank.testing.BuiltIn.Pair;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client takes its tokens back, at once and everywhere. */
class RevocationTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @Test
    void ofAnAccessTokenTakesNothingElseAlong() {
        Answer tokens = signedIn();
        Answer more = refresh(bank, App.MOBILE, tokens.text("/refresh_token")).send();

        assertRevoked(revoke(bank, App.MOBILE, tokens.text("/access_token")));

        assertDead(tokens.text("/access_token"));
        assertThat(accounts(bank, more.text("/access_token"))).hasStatus(200);
        assertThat(refresh(bank, App.MOBILE, more.text("/refresh_token"))).hasStatus(200);
    }

    @Test
    void ofARefreshTokenTakesTheWholeFamilyAlong() {
        Answer tokens = signedIn();
        Answer more = refresh(bank, App.MOBILE, tokens.text("/refresh_token")).send();
        Answer other = signedIn();

        assertRevoked(revoke(bank, App.MOBILE, more.text("/refresh_token")));

        assertDead(tokens.text("/access_token"));
        assertDead(more.text("/access_token"));
        assertThat(refresh(bank, App.MOBILE, more.text("/refresh_token"))).hasStatus(400);
        assertThat(accounts(bank, other.text("/access_token"))).hasStatus(200);
    }

    @Test
    void ofAClientsOwnTokenWorksToo() {
        String token =
                HttpCall.clientCredentials(bank, ApitureSeed.GUIDE).send().text("/access_token");

        assertRevoked(post(bank, "/oidc/revoke").form("token", token).basic(ApitureSeed.GUIDE));

        assertThat(accounts(bank, token)).hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token", "nonsense", ""})
    void takesAnyHint(String hint) {
        Answer tokens = signedIn();

        assertRevoked(revoke(bank, App.MOBILE, tokens.text("/access_token")).form("token_type_hint", hint));
        assertDead(tokens.text("/access_token"));
        assertRevoked(revoke(bank, App.MOBILE, tokens.text("/refresh_token")).form("token_type_hint", hint));
        assertThat(refresh(bank, App.MOBILE, tokens.text("/refresh_token"))).hasStatus(400);
    }

    @Test
    void ofWhatIsUnknownOrGoneIsDone() {
        Answer tokens = signedIn();

        assertRevoked(revoke(bank, App.MOBILE, "made-up"));
        assertRevoked(revoke(bank, App.MOBILE, tokens.text("/id_token")));
        assertRevoked(revoke(bank, App.MOBILE, tokens.text("/access_token")));
        assertRevoked(revoke(bank, App.MOBILE, tokens.text("/access_token")));
    }

    @Test
    void ofAnotherClientsTokenIsRefused() {
        Answer tokens = signedIn();

        for (String token : new String[] {tokens.text("/access_token"), tokens.text("/refresh_token")}) {
            assertThat(revoke(bank, App.PORTAL, token)).hasStatus(400).has("/error", "unauthorized_client");
        }
        assertThat(accounts(bank, tokens.text("/access_token"))).hasStatus(200);
    }

    @Test
    void wantsTheClientToProveItself() {
        String token = CodeFlow.of(bank, App.PORTAL).signIn(Person.ADA).text("/access_token");

        assertThat(post(bank, "/oidc/revoke").form("token", token, "client_id", "web-portal"))
                .hasStatus(401)
                .has("/error", "invalid_client");
        assertThat(post(bank, "/oidc/revoke").form("token", token).basic(new Pair("web-portal", "wrong")))
                .hasStatus(401);
        assertThat(post(bank, "/oidc/revoke").form("token", token)).hasStatus(401);
        assertThat(userinfo(bank, token)).hasStatus(200);
    }

    @Test
    void wantsOneToken() {
        assertThat(post(bank, "/oidc/revoke").as(App.PORTAL)).hasStatus(400).has("/error", "invalid_request");
        assertThat(revoke(bank, App.PORTAL, "a").form("token", "b")).hasStatus(400);
    }

    private Answer signedIn() {
        return CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA);
    }

    private static void assertRevoked(HttpCall call) {
        assertThat(call.header("Accept", "text/html"))
                .hasStatus(200)
                .hasBody("{}")
                .hasHeader("Content-Type", "application/json")
                .hasHeader("Cache-Control", "no-store");
    }

    private void assertDead(String token) {
        assertThat(accounts(bank, token)).hasStatus(401);
        assertThat(userinfo(bank, token)).hasStatus(401);
        assertThat(introspect(bank, App.PORTAL, token)).hasBody("{\"active\": false}");
    }
}
