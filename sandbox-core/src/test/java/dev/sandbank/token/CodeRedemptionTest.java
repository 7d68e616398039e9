package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code is good once, in time, for the client, redirect URI and verifier it was made for. */
class CodeRedemptionTest {

    private static final String VERIFIER = "v".repeat(43);

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @Test
    void bringsTokensRefreshTokenAndExpiry() {
        Answer tokens = CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA);

        assertThat(tokens)
                .hasMembersOnly("", "access_token", "token_type", "expires_in", "refresh_token", "scope", "id_token")
                .has("/token_type", "Bearer")
                .has("/scope", "banking/read openid profile")
                .hasHeader("Content-Type", "application/json")
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("Pragma", "no-cache");
        assertThat(tokens.at("/expires_in").isInt()).isTrue();
    }

    @Test
    void bringsNoRefreshTokenToAClientThatIsNotRegisteredForIt() {
        assertThat(CodeFlow.of(bank, App.ONCE).signIn(Person.ADA)).lacks("/refresh_token");
    }

    @Test
    void wantsTheVerifierOfTheChallenge() {
        for (App app : new App[] {App.MOBILE, App.PORTAL}) {
            CodeFlow flow = CodeFlow.of(bank, app);
            String code = code(flow);

            refuse(flow.redeem(code, "code_verifier", null));
            refuse(flow.redeem(code, "code_verifier", ""));
            refuse(flow.redeem(code, "code_verifier", VERIFIER));
            refuse(flow.redeem(code, "code_verifier", flow.verifier() + "x"));
            refuse(flow.redeem(code, "code_verifier", CodeFlow.challenge(flow.verifier())));
            refuse(flow.redeem(code, "code_verifier", flow.verifier().substring(0, 42)));
            assertThat(flow.redeem(code)).hasStatus(200);
        }
    }

    @Test
    void wantsNoVerifierWithoutAChallenge() {
        CodeFlow flow = CodeFlow.of(bank, App.PORTAL).without("code_challenge", "code_challenge_method");
        String code = code(flow);

        refuse(flow.redeem(code, "code_verifier", VERIFIER));
        assertThat(flow.redeem(code)).hasStatus(200);
    }

    @Test
    void takesPlainChallengesOnlyIfTheFixtureSaysSo() {
        try (Sandbank lax = Sandbank.builder()
                .fixtureText("{extends: apiture, settings: {allowPlainPkce: true}}")
                .start()) {
            CodeFlow flow = CodeFlow.of(lax, App.MOBILE)
                    .with("code_challenge", VERIFIER)
                    .with("code_challenge_method", "plain");
            String code = flow.start(new Browser(lax)).signIn(Person.ADA).told("code");

            refuse(flow.redeem(code));
            assertThat(flow.redeem(code, "code_verifier", VERIFIER)).hasStatus(200);
            assertThat(OpenIdCalls.discovery(lax)).has("/code_challenge_methods_supported/1", "plain");
        }
    }

    @Test
    void isForItsOwnClient() {
        CodeFlow flow = CodeFlow.of(bank, App.PORTAL);
        String code = code(flow);

        refuse(CodeFlow.of(bank, App.POSTING).redeem(code, "code_verifier", flow.verifier()));
        refuse(CodeFlow.of(bank, App.MOBILE).redeem(code, "code_verifier", flow.verifier()));
        assertThat(flow.redeem(code)).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:4712/callback",
                "http://127.0.0.1/callback",
                "https://portal.example.test/callback",
                ""
            })
    void isForItsOwnRedirectUri(String uri) {
        CodeFlow flow = CodeFlow.of(bank, App.PORTAL);

        refuse(flow.redeem(code(flow), "redirect_uri", uri));
        refuse(flow.redeem(code(flow), "redirect_uri", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "null", "%00", "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0U1v"})
    void mustBeKnown(String code) {
        refuse(CodeFlow.of(bank, App.MOBILE).redeem(code));
    }

    @Test
    void mustBeSent() {
        assertThat(CodeFlow.of(bank, App.MOBILE).redeem("", "code", null))
                .hasStatus(400)
                .has("/error", "invalid_request");
    }

    @Test
    void isNoneOfAnotherSandbox() {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE);
        String code = code(flow);

        try (Sandbank twin = Sandbank.start(App.FIXTURE)) {
            refuse(CodeFlow.of(twin, App.MOBILE).redeem(code, "code_verifier", flow.verifier()));
        }
    }

    @Test
    void endsByTheClock() {
        Instant noon = Instant.parse("2031-03-03T12:00:00Z");
        bank.clock().freezeAt(noon);
        CodeFlow early = CodeFlow.of(bank, App.MOBILE);
        CodeFlow late = CodeFlow.of(bank, App.MOBILE);
        String first = code(early);
        String second = code(late);

        bank.clock().freezeAt(noon.plusSeconds(60).minusMillis(1));
        assertThat(early.redeem(first)).hasStatus(200);
        bank.clock().advance(Duration.ofMillis(1));
        refuse(late.redeem(second));
    }

    @Test
    void usedTwiceVoidsWhatTheFirstUseBrought() {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE);
        String code = code(flow);
        Answer tokens = flow.redeem(code).send();
        Answer refreshed = CodeFlow.refresh(bank, App.MOBILE, tokens.text("/refresh_token"))
                .send();

        refuse(flow.redeem(code));

        for (Answer issued : new Answer[] {tokens, refreshed}) {
            String access = issued.text("/access_token");
            assertThat(OpenIdCalls.accounts(bank, access)).hasStatus(401);
            assertThat(OpenIdCalls.userinfo(bank, access)).hasStatus(401);
            assertThat(OpenIdCalls.introspect(bank, App.PORTAL, access)).hasBody("{\"active\": false}");
            refuse(CodeFlow.refresh(bank, App.MOBILE, issued.text("/refresh_token")));
        }
    }

    @Test
    void usedTwiceLeavesOtherSignInsAlone() {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE);
        String code = code(flow);
        flow.redeem(code).send();
        Answer other = CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA);

        refuse(flow.redeem(code));

        assertThat(OpenIdCalls.accounts(bank, other.text("/access_token"))).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "disable", "signOut", "disableClient"})
    void isNoGoodOnceUserOrClientAreNot(String change) {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE);
        String code = code(flow);

        switch (change) {
            case "block" -> bank.user("ada").block();
            case "disable" -> bank.user("ada").disable();
            case "signOut" -> bank.user("ada").signOut();
            default -> bank.client("mobile-app").disable();
        }

        Answer refused = flow.redeem(code).send();
        assertThat(refused.text("/error"))
                .isEqualTo(change.equals("disableClient") ? "invalid_client" : "invalid_grant");
    }

    @Test
    void bringsNoScopeThatTheClientHasLostMeanwhile() {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE);
        String code = code(flow);
        bank.client("mobile-app").setScopes("openid", "profile");

        assertThat(flow.redeem(code)).hasStatus(200).has("/scope", "openid profile");
    }

    @Test
    void isNotRepeatedNorInTheQuery() {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE);
        String code = code(flow);

        assertThat(flow.redeem(code).form("code", code)).hasStatus(400).has("/error", "invalid_request");
        assertThat(flow.redeem(code).query("code", code)).hasStatus(400).has("/error", "invalid_request");
    }

    @Test
    void neverShowsUpInTheJournal() {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE);
        String code = code(flow);
        Answer tokens = flow.redeem(code).send();

        String journal = bank.journal().calls().toString();

        assertThat(journal).doesNotContain(code).doesNotContain(flow.verifier());
        assertThat(journal).doesNotContain(tokens.text("/access_token")).doesNotContain(tokens.text("/refresh_token"));
        assertThat(journal).doesNotContain(tokens.text("/id_token")).doesNotContain(Person.ADA.password());
    }

    private String code(CodeFlow flow) {
        return flow.code(flow.start(new Browser(bank)).signIn(Person.ADA));
    }

    private static void refuse(HttpCall call) {
        assertThat(call)
                .hasStatus(400)
                .has("/error", "invalid_grant")
                .lacks("/access_token")
                .hasHeader("Cache-Control", "no-store")
                .wasRefused(DenialReason.INVALID_GRANT);
    }
}
