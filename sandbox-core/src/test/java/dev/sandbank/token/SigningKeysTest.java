package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The keys: public halves only, one name each, nobody else's, and new ones when a test wants that. */
class SigningKeysTest {

    private static final Map<String, List<String>> PUBLIC_MEMBERS = Map.of(
            "RSA", List.of("kty", "e", "use", "kid", "alg", "n"),
            "EC", List.of("kty", "use", "crv", "kid", "x", "y", "alg"),
            "OKP", List.of("kty", "use", "crv", "kid", "x", "alg"));

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @Test
    void arePublishedWithoutAnyPrivateMember() {
        Answer answer = OpenIdCalls.jwks(bank).send();

        assertThat(answer.at("/keys")).hasSize(3);
        for (JsonNode key : answer.at("/keys")) {
            assertThat(key.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(
                            PUBLIC_MEMBERS.get(key.path("kty").asText()));
            assertThat(key.path("use").asText()).isEqualTo("sig");
        }
        assertThat(answer.each("/keys", "kid")).doesNotHaveDuplicates().allMatch(kid -> !kid.isEmpty());
        assertThat(answer)
                .hasHeader("Content-Type", "application/json")
                .hasHeader("Cache-Control", "public, max-age=300");
    }

    @Test
    void areOnlyThoseThatTheClientsOfTheFixtureAreRegisteredFor() {
        String client =
                "{id: edwards, secret: edwards-1Aa2Bb3C, scopes: [openid], grants: [authorization_code], idTokenAlg: EdDSA,"
                        + " redirectUris: [\"https://app.example.test/cb\"]}";

        try (Sandbank seeded = Sandbank.start("apiture")) {
            List<String> before = OpenIdCalls.jwks(seeded).send().each("/keys", "alg");
            seeded.add("clients", client);
            Answer discovery = OpenIdCalls.discovery(seeded).send();

            assertThat(before).containsExactly("RS256");
            assertThat(OpenIdCalls.jwks(seeded).send().each("/keys", "alg")).containsExactly("RS256", "EdDSA");
            assertThat(discovery.at("/id_token_signing_alg_values_supported"))
                    .extracting(JsonNode::asText)
                    .containsExactly("RS256", "EdDSA");
        }
    }

    @Test
    void haveNamesThatFollowFromThemEvenWithASeed() throws Exception {
        String fixture = "bank: apiture\nextends: apiture\nseed: 42\n";

        for (int start = 0; start < 2; start++) {
            try (Sandbank seeded = Sandbank.builder().fixtureText(fixture).start()) {
                for (JsonNode key : OpenIdCalls.jwks(seeded).send().at("/keys")) {
                    assertThat(key.path("kid").asText())
                            .isEqualTo(JWK.parse(key.toString())
                                    .computeThumbprint()
                                    .toString());
                }
            }
        }
    }

    @Test
    void areMadeAsideOnDemandAndAreThoseThatSignThen() {
        bank.keys().prepare();
        bank.keys().prepare();

        Answer tokens = CodeFlow.of(bank, App.JWT).signIn(Person.ADA);

        assertThat(OpenIdCalls.jwks(bank).send().each("/keys", "kid")).contains(kid(tokens));
    }

    @Test
    void areTheSameEveryTimeUntilTheyAreRotated() {
        String first = OpenIdCalls.jwks(bank).send().body();
        CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA);

        assertThat(OpenIdCalls.jwks(bank).send().body()).isEqualTo(first);
    }

    @Test
    void areNotSharedByTwoSandboxes() {
        try (Sandbank twin = Sandbank.start(App.FIXTURE)) {
            Answer here = OpenIdCalls.jwks(bank).send();
            Answer there = OpenIdCalls.jwks(twin).send();

            assertThat(here.each("/keys", "kid")).doesNotContainAnyElementsOf(there.each("/keys", "kid"));
            assertThat(here.each("/keys", "n"))
                    .filteredOn(n -> !n.isEmpty())
                    .doesNotContainAnyElementsOf(there.each("/keys", "n"));
        }
    }

    @Test
    void thatAreReplacedWithOverlapStayPublishedAndTrusted() {
        Browser browser = new Browser(bank);
        Answer before = CodeFlow.of(bank, App.JWT).signIn(browser, Person.ADA);

        bank.keys().rotateWithOverlap();
        Answer after = CodeFlow.of(bank, App.JWT).with("prompt", "login").signIn(browser, Person.ADA);

        List<String> published = OpenIdCalls.jwks(bank).send().each("/keys", "kid");
        assertThat(kid(after)).isNotEqualTo(kid(before));
        assertThat(published).contains(kid(before), kid(after)).doesNotHaveDuplicates();
        assertThat(OpenIdCalls.accounts(bank, before.text("/access_token"))).hasStatus(200);
        assertThat(OpenIdCalls.accounts(bank, after.text("/access_token"))).hasStatus(200);
        assertThat(hinted(browser, before)).isEqualTo("");
    }

    @Test
    void thatAreReplacedWithoutOverlapAreGoneAndWhatTheySignedIsRefused() {
        Browser browser = new Browser(bank);
        Answer before = CodeFlow.of(bank, App.JWT).signIn(browser, Person.ADA);
        Answer opaque = CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA);

        bank.keys().rotateWithoutOverlap();
        Answer after = CodeFlow.of(bank, App.JWT).with("prompt", "login").signIn(browser, Person.ADA);

        assertThat(OpenIdCalls.jwks(bank).send().each("/keys", "kid"))
                .contains(kid(after))
                .doesNotContain(kid(before));
        assertThat(OpenIdCalls.accounts(bank, before.text("/access_token"))).hasStatus(401);
        assertThat(OpenIdCalls.userinfo(bank, before.text("/access_token"))).hasStatus(401);
        assertThat(OpenIdCalls.introspect(bank, App.PORTAL, before.text("/access_token")))
                .hasBody("{\"active\": false}");
        assertThat(OpenIdCalls.accounts(bank, opaque.text("/access_token"))).hasStatus(200);
        assertThat(hinted(browser, before)).isEqualTo("invalid_request");
        assertThat(CodeFlow.refresh(bank, App.JWT, before.text("/refresh_token")))
                .hasStatus(200);
    }

    @Test
    void thatTakeOverTheNamesOfTheOldOnesAreOthersAllTheSame() {
        Browser browser = new Browser(bank);
        Answer before = CodeFlow.of(bank, App.JWT).signIn(browser, Person.ADA);
        Answer published = OpenIdCalls.jwks(bank).send();

        bank.keys().rotateUnderTheSameKeyId();
        Answer replaced = OpenIdCalls.jwks(bank).send();
        Answer after = CodeFlow.of(bank, App.JWT).with("prompt", "login").signIn(browser, Person.ADA);

        assertThat(replaced.each("/keys", "kid")).isEqualTo(published.each("/keys", "kid"));
        assertThat(replaced.each("/keys", "x")).doesNotContainSequence(published.each("/keys", "x"));
        assertThat(replaced.each("/keys", "n")).isNotEqualTo(published.each("/keys", "n"));
        assertThat(kid(after)).isEqualTo(kid(before));
        assertThat(OpenIdCalls.accounts(bank, before.text("/access_token"))).hasStatus(401);
        assertThat(OpenIdCalls.accounts(bank, after.text("/access_token"))).hasStatus(200);
        assertThat(hinted(browser, before)).isEqualTo("invalid_request");
    }

    private String hinted(Browser browser, Answer tokens) {
        return CodeFlow.of(bank, App.JWT)
                .with("prompt", "none")
                .with("id_token_hint", tokens.text("/id_token"))
                .start(browser)
                .told("error");
    }

    private static String kid(Answer tokens) {
        return Jwt.idToken(tokens).header().path("kid").asText();
    }
}
