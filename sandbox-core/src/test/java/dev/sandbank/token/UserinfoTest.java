package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.ApitureSeed;
import dev.sandbank.testing.App;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Userinfo tells what the scopes cover, to whoever brings a good token in one of the right ways. */
class UserinfoTest {

    private static final String USERINFO = "/oidc/userinfo";

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    @ParameterizedTest
    @CsvSource({
        "openid, sub",
        "openid email, sub email email_verified",
        "openid phone, sub phone_number phone_number_verified",
        "openid address, sub address",
        "openid profile, sub name family_name given_name middle_name nickname preferred_username profile picture website"
                + " gender birthdate zoneinfo locale updated_at"
    })
    void tellsEveryClaimOfTheScopesAndNoOther(String scope, String claims) {
        for (Person person : new Person[] {Person.ADA, Person.BOB}) {
            Answer answer = OpenIdCalls.userinfo(BANK, token(App.PORTAL.asking(scope), person))
                    .send();

            assertThat(answer.json().fieldNames()).toIterable().containsExactlyInAnyOrder(claims.split(" ", -1));
            assertThat(answer).has("/sub", person.username()).hasHeader("Content-Type", "application/json");
        }
    }

    @Test
    void keepsTheTypesOfClaims() {
        JsonNode told = OpenIdCalls.userinfo(
                        BANK, token(App.PORTAL.asking("openid profile email phone address"), Person.BOB))
                .send()
                .json();

        assertThat(told.path("email_verified").isBoolean()).isTrue();
        assertThat(told.path("phone_number_verified").isBoolean()).isTrue();
        assertThat(told.path("updated_at").isIntegralNumber()).isTrue();
        assertThat(told.path("updated_at").asLong()).isLessThan(10_000_000_000L);
        assertThat(told.path("address").isObject()).isTrue();
        assertThat(told.path("birthdate").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void takesTheTokenByHeaderOrForm() {
        String token = token(App.PORTAL, Person.ADA);

        assertThat(get(BANK, USERINFO).bearer(token)).hasStatus(200).has("/sub", "ada");
        assertThat(post(BANK, USERINFO).bearer(token)).hasStatus(200).has("/sub", "ada");
        assertThat(post(BANK, USERINFO).form("access_token", token))
                .hasStatus(200)
                .has("/sub", "ada");
        assertThat(post(BANK, USERINFO)
                        .content("application/x-www-form-urlencoded;charset=UTF-8", "access_token=" + token))
                .hasStatus(200);
    }

    @Test
    void takesNoTokenFromTheQueryOrFromAnyOtherBody() {
        String token = token(App.PORTAL, Person.ADA);

        refuse(get(BANK, USERINFO).query("access_token", token));
        refuse(post(BANK, USERINFO).query("access_token", token));
        refuse(post(BANK, USERINFO).json("{\"access_token\": \"" + token + "\"}"));
        refuse(post(BANK, USERINFO).content("text/plain", "access_token=" + token));
    }

    @Test
    void takesNoTokenTwice() {
        String token = token(App.PORTAL, Person.ADA);

        for (HttpCall call : new HttpCall[] {
            post(BANK, USERINFO).bearer(token).form("access_token", token),
            post(BANK, USERINFO).form("access_token", token, "access_token", token)
        }) {
            assertThat(call).hasStatus(400).has("/error", "invalid_request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer x", "Basic eDp5", "bearer x y", "x"})
    void refusesWhatIsNoGoodToken(String credential) {
        refuse(get(BANK, USERINFO).header("Authorization", credential));
    }

    @Test
    void tellsWhoBringsNothingOnlyWhatToBring() {
        assertThat(get(BANK, USERINFO)).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer realm=\"apiture\"");
    }

    @Test
    void wantsATokenOfAPersonWhoSignedInByOpenId() {
        List<String> tokens = new ArrayList<>();
        tokens.add(token(App.PORTAL.asking("email"), Person.ADA));
        tokens.add(HttpCall.clientCredentials(BANK, ApitureSeed.GUIDE).send().text("/access_token"));

        for (String token : tokens) {
            assertThat(get(BANK, USERINFO).bearer(token))
                    .hasStatus(403)
                    .has("/error", "insufficient_scope")
                    .hasHeaderMatching("WWW-Authenticate", ".*error=\"insufficient_scope\".*scope=\"openid\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"elliptic, ES256", "edwards, EdDSA", "jwt, RS256"})
    void isSignedForClientsThatAreRegisteredSo(String client, String algorithm) {
        App app = new App(client, client + "-s3cret", false, App.MOBILE.redirectUri(), "openid email");
        Answer answer = OpenIdCalls.userinfo(BANK, token(app, Person.ADA)).send();

        Jwt jwt = Jwt.of(answer.body());
        assertThat(answer.header("Content-Type")).contains("application/jwt");
        assertThat(jwt.header().path("alg").asText()).isEqualTo(algorithm);
        assertThat(jwt.text("iss")).isEqualTo(BANK.issuer().toString());
        assertThat(jwt.text("aud")).isEqualTo(client);
        assertThat(jwt.text("sub")).isEqualTo("ada");
        assertThat(jwt.text("email")).isEqualTo("ada@example.test");
    }

    private static String token(App app, Person person) {
        return CodeFlow.of(BANK, app).signIn(person).text("/access_token");
    }

    private static void refuse(HttpCall call) {
        assertThat(call)
                .hasStatus(401)
                .has("/error", "invalid_token")
                .hasHeaderMatching("WWW-Authenticate", "Bearer realm=\"apiture\".*")
                .hasHeader("Cache-Control", "no-store");
    }
}
