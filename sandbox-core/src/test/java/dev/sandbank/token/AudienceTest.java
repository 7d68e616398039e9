package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sandbank.Decision;
import dev.sandbank.Denial;
import dev.sandbank.DenialReason;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.TokenFlaw;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.BuiltIn.Pair;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tokens are for whom their client's are, or for those of them that the request names (RFC 8707). */
class AudienceTest {

    private static final String TWO = "https://api.example/two";
    private static final App APP =
            new App("two-apis", "two-apis-1Aa2Bb", false, "http://127.0.0.1:4711/callback", "openid banking/read");
    private static final Pair PROGRAM = new Pair("two-apis", "two-apis-1Aa2Bb");

    private static final String WORLD = """
            extends: apiture
            clients:
              - id: two-apis
                secret: two-apis-1Aa2Bb
                scopes: [openid, banking/read]
                grants: [authorization_code, refresh_token, client_credentials]
                redirectUris: ["http://127.0.0.1/callback"]
                accessTokenFormat: jwt
                audience: [api1, "https://api.example/two"]
              - {id: text, secret: text-1Aa2Bb, scopes: [banking/read], accessTokenFormat: jwt, audience: api1}
              - {id: list, secret: list-1Aa2Bb, scopes: [banking/read], accessTokenFormat: jwt, audience: [api1]}
              - {id: opaque, secret: opaque-1Aa2Bb, scopes: [banking/read], audience: [api1]}
              - {id: none, secret: none-1Aa2Bb, scopes: [banking/read], accessTokenFormat: jwt}
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText(WORLD).start();

    @Test
    void hasAsManyNamesAsAHeaderFieldCanCarry() {
        String[] many = Collections.nCopies(21, "api").toArray(String[]::new);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bank.tokens().audience(many))
                .withMessageStartingWith("an audience must have 1 to 20 names");
    }

    @Test
    void isWhatTheClientHasAsItIsSaid() {
        assertThat(aud(bank.tokens().forClient("text"))).isEqualTo("\"api1\"");
        assertThat(aud(bank.tokens().forClient("list"))).isEqualTo("[\"api1\"]");
        assertThat(aud(bank.tokens().forClient("two-apis"))).isEqualTo("[\"api1\",\"" + TWO + "\"]");
        assertThat(aud(bank.tokens().forClient("none"))).isEqualTo("\"" + bank.baseUrl() + "/banking\"");
        assertThat(aud(bank.tokens().audience("x", "y").forClient("none"))).isEqualTo("[\"x\",\"y\"]");
        assertThat(introspected(bank.tokens().forClient("opaque"))).isEqualTo("[\"api1\"]");
        assertThatIllegalArgumentException().isThrownBy(() -> bank.tokens().audience("a b"));
    }

    @Test
    void isWhatARequestNames() {
        assertThat(aud(request("resource", TWO))).isEqualTo("\"" + TWO + "\"");
        assertThat(aud(request("audience", "api1"))).isEqualTo("\"api1\"");
        assertThat(aud(request("audience", "api1", "resource", TWO))).isEqualTo("[\"" + TWO + "\",\"api1\"]");
        assertThat(introspected(request("resource", TWO).text("/access_token"))).isEqualTo("\"" + TWO + "\"");
        assertThat(request("resource", TWO).decision().gates().get(0).saw()).isEqualTo("one form, each parameter once");
    }

    @Test
    void isNothingThatTheClientMayNotHave() {
        assertThat(request("resource", "https://api.example/tow"))
                .hasStatus(400)
                .has("/error", "invalid_target");
        assertThat(last(bank).toString())
                .contains("did you mean \"" + TWO + "\"?", DenialReason.OAuth.INVALID_TARGET_NOT_HELD);
        for (String bad : new String[] {"api1", TWO + "#x", "::"}) {
            assertThat(request("resource", bad)).hasStatus(400).has("/error", "invalid_target");
            assertThat(last(bank).refusal()).isEqualTo(DenialReason.OAuth.INVALID_TARGET_MALFORMED);
        }
    }

    @Test
    void isNotReadOfClientsWithoutOne() {
        Answer answer = HttpCall.clientCredentials(
                        bank, new Pair("none", "none-1Aa2Bb"), "resource", "x", "resource", "y")
                .send();

        assertThat(aud(answer)).isEqualTo("\"" + bank.baseUrl() + "/banking\"");
        assertThat(answer.decision().gates().get(0).saw()).endsWith("; ignored 'resource'");
    }

    @Test
    void isNarrowedByExchangeAndRefreshOnlyToWhatWasGranted() {
        CodeFlow flow = CodeFlow.of(bank, APP).with("resource", TWO);
        String code = flow.code(flow.start(new Browser(bank)).signIn(Person.ADA));

        assertThat(flow.redeem(code, "audience", "api1")).hasStatus(400).has("/error", "invalid_target");
        Answer tokens = flow.redeem(code).send();
        assertThat(aud(tokens)).isEqualTo("\"" + TWO + "\"");
        String refresh = tokens.text("/refresh_token");
        assertThat(CodeFlow.refresh(bank, APP, refresh, "audience", "api1"))
                .hasStatus(400)
                .has("/error", "invalid_target");
        assertThat(aud(CodeFlow.refresh(bank, APP, refresh).send())).isEqualTo("\"" + TWO + "\"");
    }

    @Test
    void isNarrowedForOneAccessTokenAlone() {
        Answer tokens = CodeFlow.of(bank, APP).signIn(Person.ADA);
        Answer narrow = CodeFlow.refresh(bank, APP, tokens.text("/refresh_token"), "resource", TWO)
                .send();
        Answer wide = CodeFlow.refresh(bank, APP, narrow.text("/refresh_token")).send();

        assertThat(aud(tokens)).isEqualTo("[\"api1\",\"" + TWO + "\"]");
        assertThat(aud(narrow)).isEqualTo("\"" + TWO + "\"");
        assertThat(aud(wide)).isEqualTo("[\"api1\",\"" + TWO + "\"]");
    }

    @Test
    void isRefusedAtTheAuthorizationEndpointByRedirect() {
        CodeFlow flow = CodeFlow.of(bank, APP).with("resource", "https://api.example/other");

        assertThat(flow.start(new Browser(bank)).told()).containsEntry("error", "invalid_target");
    }

    @Test
    void isCheckedAtTheApiIfASettingSaysSo() {
        String token = bank.tokens().forClient("text");
        assertThat(OpenIdCalls.accounts(bank, token)).hasStatus(200);
        assertThat(bank.tokens().flaws()).doesNotContain(TokenFlaw.OTHER_AUDIENCE);

        try (Sandbank strict = Sandbank.builder()
                .fixtureText(WORLD + "settings: {checkAudience: true, apiAudience: api1}\n")
                .start()) {
            assertThat(OpenIdCalls.accounts(strict, strict.tokens().forClient("list")))
                    .hasStatus(200);
            assertThat(OpenIdCalls.accounts(strict, strict.tokens().forClient("none")))
                    .hasStatus(200);
            assertThat(OpenIdCalls.accounts(
                            strict, strict.tokens().audience("api2").forClient("none")))
                    .hasStatus(401)
                    .has("/type", "https://production.api.apiture.com/errors/unauthorized/v1.0.0");
            assertThat(last(strict).toString()).contains("The bearer token is for api2, but this API is api1");
            assertThat(last(strict).refusal()).isEqualTo(DenialReason.TOKEN_AUDIENCE);
            assertThat(strict.tokens().flaws()).contains(TokenFlaw.OTHER_AUDIENCE);
            var bad = strict.tokens().bad(TokenFlaw.OTHER_AUDIENCE);
            assertThat(OpenIdCalls.accounts(strict, bad.token())).hasStatus(bad.status());
            assertThat(last(strict).refusal()).isEqualTo(bad.reason());
        }
    }

    @Test
    void isInTheCatalogueOfDenialsWhereItIsChecked() throws Exception {
        try (Sandbank strict = Sandbank.builder()
                .fixtureText("extends: apiture\nsettings: {checkAudience: true}\n")
                .start()) {
            Denial denial = strict.denials("listAccounts").stream()
                    .filter(each -> each.reason().equals(DenialReason.TOKEN_AUDIENCE))
                    .findFirst()
                    .orElseThrow();

            int status = HttpClient.newHttpClient()
                    .send(denial.arrange(strict).request(), BodyHandlers.discarding())
                    .statusCode();

            assertThat(status).isEqualTo(denial.status()).isEqualTo(401);
            assertThat(last(strict).refusal()).isEqualTo(DenialReason.TOKEN_AUDIENCE);
        }
        assertThat(bank.denials("listAccounts")).extracting(Denial::reason).doesNotContain(DenialReason.TOKEN_AUDIENCE);
    }

    private Answer request(String... more) {
        return HttpCall.clientCredentials(bank, PROGRAM, more).send();
    }

    private static Decision last(Sandbank bank) {
        List<Exchange> calls = bank.journal().calls();
        return calls.get(calls.size() - 1).decision();
    }

    private String introspected(String token) {
        return OpenIdCalls.introspect(bank, APP, token).send().at("/aud").toString();
    }

    private static String aud(Answer tokens) {
        return aud(tokens.text("/access_token"));
    }

    private static String aud(String token) {
        return Jwt.of(token).claims().path("aud").toString();
    }
}
