package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.OpenIdCalls.introspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.ApitureSeed;
import dev.sandbank.testing.App;
import dev.sandbank.testing.BuiltIn.Pair;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Introspection tells clients that keep a secret what a token is good for, and of a bad one nothing but that. */
class IntrospectionTest {

    private static final String INACTIVE = "{\"active\": false}";

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @Test
    void tellsAllAboutAGoodTokenInTheRightTypes() {
        Answer tokens = CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA);

        JsonNode told = assertThat(introspect(bank, App.PORTAL, tokens.text("/access_token")))
                .hasStatus(200)
                .hasMembersOnly(
                        "", "active", "scope", "client_id", "token_type", "exp", "iat", "sub", "aud", "iss", "username")
                .has("/scope", "banking/read openid profile")
                .has("/client_id", "mobile-app")
                .has("/token_type", "Bearer")
                .has("/sub", "ada")
                .has("/username", "ada")
                .has("/iss", bank.issuer())
                .hasHeader("Cache-Control", "no-store")
                .answer()
                .json();

        assertThat(told.path("active").isBoolean()).isTrue();
        assertThat(told.path("exp").isIntegralNumber()).isTrue();
        assertThat(told.path("exp").asLong() - told.path("iat").asLong())
                .isEqualTo(tokens.at("/expires_in").asLong());
    }

    @Test
    void namesTheClientWhereNoUserIsBehindAToken() {
        String token =
                HttpCall.clientCredentials(bank, ApitureSeed.GUIDE).send().text("/access_token");

        assertThat(introspect(bank, App.PORTAL, token))
                .has("/active", true)
                .has("/sub", ApitureSeed.GUIDE.id())
                .lacks("/username");
    }

    @Test
    void tellsNothingAboutBadTokens() {
        Answer revoked = CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA);
        OpenIdCalls.revoke(bank, App.MOBILE, revoked.text("/access_token")).send();
        Answer spent = CodeFlow.of(bank, App.PORTAL).signIn(Person.ADA);
        CodeFlow.refresh(bank, App.PORTAL, spent.text("/refresh_token")).send();

        assertInactive(revoked.text("/access_token"));
        assertInactive(spent.text("/refresh_token"));
        assertInactive(spent.text("/id_token"));
        assertInactive("made-up");
    }

    @Test
    void knowsTheClock() {
        Answer tokens = CodeFlow.of(bank, App.PORTAL).signIn(Person.ADA);
        bank.clock().advance(Duration.ofMinutes(15));

        assertInactive(tokens.text("/access_token"));
        assertThat(introspect(bank, App.PORTAL, tokens.text("/refresh_token"))).has("/active", true);
        bank.clock().advance(Duration.ofDays(30));
        assertInactive(tokens.text("/refresh_token"));
    }

    @Test
    void tellsOfARefreshTokenOnlyToItsOwnClient() {
        Answer tokens = CodeFlow.of(bank, App.PORTAL).signIn(Person.ADA);

        assertThat(introspect(bank, App.PORTAL, tokens.text("/refresh_token")))
                .has("/active", true)
                .lacks("/token_type");
        assertThat(introspect(bank, App.JWT, tokens.text("/refresh_token"))).hasBody(INACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token", "nonsense", ""})
    void takesAnyHint(String hint) {
        Answer tokens = CodeFlow.of(bank, App.PORTAL).signIn(Person.ADA);

        for (String token : new String[] {tokens.text("/access_token"), tokens.text("/refresh_token")}) {
            assertThat(introspect(bank, App.PORTAL, token).form("token_type_hint", hint))
                    .has("/active", true);
        }
    }

    @Test
    void wantsAClientThatKeepsASecret() {
        String token = CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA).text("/access_token");

        refuse401(introspect(bank, App.MOBILE, token));
        refuse401(post(bank, "/oidc/introspect").form("token", token));
        refuse401(post(bank, "/oidc/introspect").form("token", token).basic(new Pair("web-portal", "wrong")));
        refuse401(post(bank, "/oidc/introspect").form("token", token).bearer(token));
    }

    @Test
    void wantsOneTokenInTheForm() {
        assertThat(post(bank, "/oidc/introspect").as(App.PORTAL)).hasStatus(400).has("/error", "invalid_request");
        assertThat(introspect(bank, App.PORTAL, "a").form("token", "b"))
                .hasStatus(400)
                .has("/error", "invalid_request");
        assertThat(post(bank, "/oidc/introspect").query("token", "a").as(App.PORTAL))
                .hasStatus(400)
                .has("/error", "invalid_request");
        assertThat(HttpCall.get(bank, "/oidc/introspect").query("token", "a"))
                .hasStatus(405)
                .hasHeader("Allow", "POST");
    }

    @Test
    void answersInJsonWhateverIsAccepted() {
        assertThat(introspect(bank, App.PORTAL, "x").header("Accept", "text/html"))
                .hasStatus(200)
                .hasHeader("Content-Type", "application/json")
                .hasHeader("Cache-Control", "no-store")
                .hasBody(INACTIVE);
    }

    private void assertInactive(String token) {
        assertThat(introspect(bank, App.PORTAL, token)).hasStatus(200).hasBody(INACTIVE);
    }

    private static void refuse401(HttpCall call) {
        assertThat(call)
                .hasStatus(401)
                .has("/error", "invalid_client")
                .hasHeader("WWW-Authenticate", "Basic realm=\"apiture\"");
    }
}
