package dev.sandbank.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.BuiltIn.Pair;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims that a fixture or a test gives users and clients are told where the setting for them says. */
class OwnClaimsTest {

    private static final App PEOPLE = new App(
            "jwt-app", "jwt-app-1Aa2Bb3C", false, "http://127.0.0.1:4711/callback", "openid profile banking/read");

    private static final String WORLD = """
            extends: apiture
            clients:
              - id: jwt-app
                secret: jwt-app-1Aa2Bb3C
                scopes: [openid, profile, email, banking/read, data/read]
                grants: [authorization_code, refresh_token, client_credentials]
                redirectUris: ["http://127.0.0.1/callback"]
                accessTokenFormat: jwt
                claims: {tenant: acme, level: 3, tag: "${parameter.tag}", "https://acme.example/who": "${client} for ${subject}"}
              - {id: opaque-app, secret: opaque-app-1Aa2Bb3C, scopes: [banking/read, data/read], claims: {tenant: acme, tag: "${parameter.tag}"}}
            users:
              - id: ada
                username: ada
                password: correct horse
                claims:
                  name: Ada
                  email: ada@example.test
                  tenant: globex
                  roles: [admin, ops]
                  supplier: {authority: iso6523, id: "0192:991825827"}
                  "https://acme.example/role": payer
                  audit: true
            settings:
              claims:
                roles: {scope: [banking/read, moneyMovement/write], in: [accessToken, introspection, idToken]}
                audit: {in: [introspection]}
                email: {in: [accessToken, userinfo], scope: []}
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText(WORLD).start();

    @Test
    void areInAJwtThoseOfTheUserBeforeThoseOfTheClient() {
        JsonNode token = Jwt.of(signIn().text("/access_token")).claims();

        assertThat(token.path("tenant").asText()).isEqualTo("globex");
        assertThat(token.path("level").isIntegralNumber()).isTrue();
        assertThat(token.path("roles").toString()).isEqualTo("[\"admin\",\"ops\"]");
        assertThat(token.at("/supplier/id").asText()).isEqualTo("0192:991825827");
        assertThat(token.path("https://acme.example/role").asText()).isEqualTo("payer");
        assertThat(token.path("https://acme.example/who").asText()).isEqualTo("jwt-app for ada");
        assertThat(token.path("email").asText()).isEqualTo("ada@example.test");
        assertThat(token.has("name")).isFalse();
        assertThat(token.has("audit")).isFalse();
    }

    @Test
    void areToldByIntrospectionAndUserinfo() {
        String token = signIn().text("/access_token");
        JsonNode introspected =
                OpenIdCalls.introspect(bank, PEOPLE, token).send().json();
        JsonNode userinfo = OpenIdCalls.userinfo(bank, token).send().json();

        assertThat(introspected.path("roles").size()).isEqualTo(2);
        assertThat(introspected.path("audit").asBoolean()).isTrue();
        assertThat(introspected.has("email")).isFalse();
        assertThat(userinfo.path("tenant").asText()).isEqualTo("globex");
        assertThat(userinfo.path("name").asText()).isEqualTo("Ada");
        assertThat(userinfo.path("email").asText()).isEqualTo("ada@example.test");
        assertThat(userinfo.has("roles")).isFalse();
        assertThat(userinfo.has("audit")).isFalse();
    }

    @Test
    void areInAnIdTokenIfARuleOrTheClaimsParameterWantsThem() {
        Answer tokens = CodeFlow.of(bank, PEOPLE)
                .with("claims", "{\"id_token\": {\"supplier\": null, \"audit\": null, \"name\": null}}")
                .signIn(Person.ADA);
        JsonNode token = Jwt.idToken(tokens).claims();

        assertThat(token.path("roles").size()).isEqualTo(2);
        assertThat(token.path("supplier").isObject()).isTrue();
        assertThat(token.path("name").asText()).isEqualTo("Ada");
        assertThat(token.has("audit")).isFalse();
        assertThat(token.has("tenant")).isFalse();
    }

    @Test
    void comeOnlyByTheirScopeIfTheyHaveOne() {
        String without = bank.tokens().forUser("jwt-app", "ada", "openid", "data/read");
        String with = bank.tokens().forUser("jwt-app", "ada", "banking/read");

        assertThat(Jwt.of(without).claims().has("roles")).isFalse();
        assertThat(Jwt.of(with).claims().has("roles")).isTrue();
    }

    @Test
    void tellParametersOfTheTokenRequestWhichAreThenNotIgnored() {
        Answer answer = HttpCall.clientCredentials(
                        bank, new Pair("opaque-app", "opaque-app-1Aa2Bb3C"), "tag", "${subject}", "tog", "x")
                .send();
        JsonNode introspected = OpenIdCalls.introspect(bank, PEOPLE, answer.text("/access_token"))
                .send()
                .json();

        assertThat(introspected.path("tag").asText()).isEqualTo("${subject}");
        assertThat(introspected.path("tenant").asText()).isEqualTo("acme");
        assertThat(answer.decision().gates().get(0).saw()).endsWith("ignored 'tog' (did you mean \"tag\"?)");
    }

    @Test
    void leaveOutAParameterThatIsTooLong() {
        Pair client = new Pair("jwt-app", "jwt-app-1Aa2Bb3C");
        String fits = "x".repeat(1000);

        assertThat(tag(HttpCall.clientCredentials(bank, client, "tag", fits).send()))
                .isEqualTo(fits);
        assertThat(tag(HttpCall.clientCredentials(bank, client, "tag", fits + "x")
                        .send()))
                .isEmpty();
    }

    private static String tag(Answer tokens) {
        return Jwt.of(tokens.text("/access_token")).claims().path("tag").asText();
    }

    @Test
    void changeAtOnceWhereTheStateIsAsked() {
        String token = bank.tokens().forUser("jwt-app", "ada");
        Map<String, Object> gone = new HashMap<>(Map.of("roles", List.of("auditor")));
        gone.put("tenant", null);

        bank.user("ada").claims(gone);
        bank.client("jwt-app").claims(Map.of("level", 4));

        JsonNode introspected =
                OpenIdCalls.introspect(bank, PEOPLE, token).send().json();
        assertThat(introspected.path("roles").toString()).isEqualTo("[\"auditor\"]");
        assertThat(introspected.path("tenant").asText()).isEqualTo("acme");
        assertThat(introspected.path("level").asInt()).isEqualTo(4);
        assertThat(Jwt.of(token).text("tenant")).isEqualTo("globex");
        assertThat(bank.export()).contains("auditor").contains("level: 4");
        bank.reset();
        assertThat(Jwt.of(bank.tokens().forUser("jwt-app", "ada")).text("tenant"))
                .isEqualTo("globex");
    }

    @Test
    void canBeOfOneToken() {
        String one = bank.tokens()
                .claim("roles", List.of("guest"))
                .claim("of", "${client.name else client}")
                .forUser("jwt-app", "ada");
        String other = bank.tokens().forUser("jwt-app", "ada");

        assertThat(Jwt.of(one).claims().path("roles").toString()).isEqualTo("[\"guest\"]");
        assertThat(Jwt.of(one).text("of")).isEqualTo("jwt-app");
        assertThat(OpenIdCalls.introspect(bank, PEOPLE, one)
                        .send()
                        .at("/roles/0")
                        .asText())
                .isEqualTo("guest");
        assertThat(Jwt.of(other).claims().has("of")).isFalse();
    }

    @Test
    void areSupportedAsDiscoverySays() {
        assertThat(OpenIdCalls.discovery(bank).send().at("/claims_supported").toString())
                .contains("\"tenant\"", "\"https://acme.example/role\"", "\"roles\"", "\"name\"")
                .doesNotContain("audit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            audit: true     | audit: "${subject.password}"      | users[0].claims.audit: found "password", expected a member that one of the users has
            audit: true     | audit: "${subject.claims.tenat}"  | found "claims.tenat", expected a member that one of the users has, did you mean "claims.tenant"?
            level: 3        | level: "${parameter.code}"        | clients[0].claims.level: found "parameter.code", expected another parameter: this one is a secret
            level: 3        | level: "${client.secret}"         | clients[0].claims.level: found "secret", expected a member that one of the clients has
            in: [introspection]} | in: [introspektion]}         | settings.claims.audit.in[0]: found "introspektion", expected one of accessToken, introspection, userinfo, idToken, did you mean "introspection"?
            scope: [banking/read, | scope: [banking/raed,       | found "banking/raed", expected a scope of Apiture
            audit: {in:     | audti: {in:                       | settings.claims.audti: found "audti", expected a claim of users or clients, did you mean "audit"?
            audit: {in: [introspection]} | nonce: {in: [idToken]} | settings.claims.nonce: found "nonce", expected another name
            """)
    void areRefusedInAFixtureToo(String right, String wrong, String problem) {
        assertThat(WORLD).contains(right);
        assertThatThrownBy(() -> Sandbank.builder()
                        .fixtureText(WORLD.replace(right, wrong))
                        .start())
                .hasMessageContaining(problem);
    }

    @Test
    void mayHaveANameThatOnlyOtherPlacesReserve() {
        String world = WORLD.replace("audit: true", "azp: somebody")
                .replace("audit: {in: [introspection]}", "azp: {in: [accessToken]}");
        try (Sandbank other = Sandbank.builder().fixtureText(world).start()) {
            other.user("ada").claims(Map.of("azp", "another"));

            assertThat(Jwt.of(other.tokens().forUser("jwt-app", "ada")).text("azp"))
                    .isEqualTo("another");
        }
    }

    @Test
    void areRefusedWithWhatIsWrongWithThem() {
        refuse(Map.of("sub", "eve"), "found \"sub\", expected another name", "aud, auth_time");
        refuse(Map.of("azp", "x"), "at_hash");
        refuse(Map.of("username", "x"), "introspection");
        refuse(Map.of("x", "${subjct}"), "did you mean \"subject\"?");
        refuse(Map.of("x", "${parameter.tag}"), "\"parameter.tag\"");
        refuse(Map.of("x", "${subject"), "expected a \"}\"");
        refuse(Map.of("name", "${subject}"), "found a template");
        refuse(Map.of("x", "y".repeat(9000)), "at most 8192");
        Object deep = "x";
        for (int level = 0; level < 9; level++) {
            deep = List.of(deep);
        }
        refuse(Map.of("x", deep), "more than 8");
        refuse(
                Collections.nCopies(101, "").stream()
                        .collect(HashMap::new, (map, each) -> map.put("c" + map.size(), 1), Map::putAll),
                "100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bank.tokens().claim("scope", "x").forUser("jwt-app", "ada"))
                .withMessageContaining("found \"scope\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bank.client("jwt-app").claims(Map.of("x", "${parameter.client_secret}")))
                .withMessageContaining("this one is a secret");
    }

    private void refuse(Map<String, ?> claims, String... told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bank.user("ada").claims(claims))
                .satisfies(thrown -> assertThat(thrown.getMessage()).contains(told));
    }

    private Answer signIn() {
        return CodeFlow.of(bank, PEOPLE).signIn(Person.ADA);
    }
}
