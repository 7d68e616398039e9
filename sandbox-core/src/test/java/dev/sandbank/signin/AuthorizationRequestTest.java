package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an authorization request can say, and what comes of it. */
class AuthorizationRequestTest {

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    private final Browser browser = new Browser(BANK);

    @Test
    void bringsACodeWithStateAndIssuerByRedirect() {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE);

        Page page = flow.start(browser).signIn(Person.ADA);

        assertThat(page.answer().status()).isEqualTo(303);
        assertThat(page.destination()).isEqualTo(App.MOBILE.redirectUri());
        assertThat(flow.code(page)).matches("[A-Za-z0-9_-]{43}");
        assertThat(page.answer().header("Cache-Control")).contains("no-store");
    }

    @Test
    void bringsACodeByForm() {
        CodeFlow flow = CodeFlow.of(BANK, App.PORTAL).with("response_mode", "form_post");

        Page page = flow.start(browser).signIn(Person.ADA);

        assertThat(page.leavesByForm()).isTrue();
        assertThat(page.destination()).isEqualTo(App.PORTAL.redirectUri());
        assertThat(flow.tokens(page).status()).isEqualTo(200);
        assertThat(page.answer().header("Cache-Control")).contains("no-store");
        assertThat(page.answer().exchange().replyBody()).doesNotContain(page.told("code"));
    }

    @Test
    void bringsACodeInTheFragment() {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE).with("response_mode", "fragment");

        Page page = flow.start(browser).signIn(Person.ADA);

        assertThat(page.leavesByFragment()).isTrue();
        assertThat(page.destination()).isEqualTo(App.MOBILE.redirectUri());
        assertThat(page.answer().exchange().toString()).doesNotContain(page.told("code"));
        assertThat(flow.tokens(page).status()).isEqualTo(200);
    }

    @Test
    void mayBeAFormItself() {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE);

        Page page = flow.startByForm(browser).signIn(Person.ADA);

        assertThat(flow.tokens(page).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::a:b:c::",
                "https://app.example/after?x=1&y=2#z:",
                "a b+c%20d&e=f;g\"h<i>\\ü€😀",
                "{\"returnTo\":\"/x\"}"
            })
    void keepsItsStateWhateverThatIs(String state) {
        CodeFlow byQuery = CodeFlow.of(BANK, App.MOBILE).with("state", state);
        CodeFlow byForm = CodeFlow.of(BANK, App.MOBILE).with("state", state).with("response_mode", "form_post");

        assertThat(byQuery.start(browser).signIn(Person.ADA).told("state")).isEqualTo(state);
        assertThat(byForm.start(browser).told("state")).isEqualTo(state);
    }

    @Test
    void keepsAStateOfThousandsOfCharacters() {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE).with("state", "a:b:".repeat(800));

        assertThat(flow.code(flow.startByForm(browser).signIn(Person.ADA))).isNotEmpty();
    }

    @Test
    void isNoLongerThanATargetEvenAsAForm() {
        Page page = CodeFlow.of(BANK, App.MOBILE)
                .with("state", "a:b:".repeat(10_000))
                .startByForm(browser);

        assertThat(page.answer().status()).isEqualTo(400);
        assertThat(page.leaves()).isFalse();
        assertThat(page.text()).contains("longer than 8 KiB");
    }

    @Test
    void isNotDisturbedByWhatItDoesNotKnow() {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE)
                .with("ui_locales", "fr-CA fr en")
                .with("claims_locales", "se")
                .with("display", "popup")
                .with("unknown", "value")
                .with("resource", "https://api.example.test");

        assertThat(flow.signIn(browser, Person.ADA).at("/id_token").isTextual()).isTrue();
    }

    @Test
    void countsAnEmptyParameterAsNotSent() {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE)
                .with("prompt", "")
                .with("max_age", "")
                .with("request", "")
                .with("request_uri", "")
                .with("id_token_hint", "")
                .with("response_mode", "")
                .with("claims", "");

        assertThat(flow.signIn(browser, Person.ADA).status()).isEqualTo(200);
    }

    @Test
    void fillsInWhoIsToSignIn() {
        Page page = CodeFlow.of(BANK, App.MOBILE)
                .with("login_hint", "ada\"><script>alert(1)</script>")
                .start(browser);

        assertThat(page.field("username")).isEqualTo("ada\"><script>alert(1)</script>");
        assertThat(page.document().select("script")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"urn:gold, urn:gold", "1 2, 1", "loa-2, loa-2"})
    void isToldTheAuthenticationContextItAskedFor(String asked, String told) {
        Answer tokens = CodeFlow.of(BANK, App.MOBILE).with("acr_values", asked).signIn(browser, Person.ADA);

        assertThat(Jwt.idToken(tokens).text("acr")).isEqualTo(told);
    }

    @Test
    void mayAskForTheAuthenticationContextAsAClaim() {
        String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"urn:gold\",\"urn:silver\"]}}}";

        Answer tokens = CodeFlow.of(BANK, App.MOBILE).with("claims", claims).signIn(browser, Person.ADA);

        assertThat(Jwt.idToken(tokens).text("acr")).isEqualTo("urn:gold");
    }

    @Test
    void isToldNoAuthenticationContextUnasked() {
        assertThat(Jwt.idToken(CodeFlow.of(BANK, App.MOBILE).signIn(browser, Person.ADA))
                        .claims()
                        .has("acr"))
                .isFalse();
    }

    @Test
    void mayAskForClaimsOneByOne() {
        String claims = """
                {"userinfo": {"email": {"essential": true}, "phone_number": null, "sub": {"value": "bob"}},
                 "id_token": {"email": null, "made_up": null, "iss": {"value": "x"}}, "future": {"x": null}}""";

        Answer tokens = CodeFlow.of(BANK, App.MOBILE.asking("openid"))
                .with("claims", claims)
                .signIn(browser, Person.ADA);

        Answer userinfo =
                OpenIdCalls.userinfo(BANK, tokens.text("/access_token")).send();
        Jwt idToken = Jwt.idToken(tokens);
        assertThat(userinfo.json().fieldNames()).toIterable().containsOnly("sub", "email", "phone_number");
        assertThat(userinfo.text("/sub")).isEqualTo("ada");
        assertThat(idToken.text("email")).isEqualTo("ada@example.test");
        assertThat(idToken.text("iss")).isEqualTo(BANK.issuer().toString());
        assertThat(idToken.claims().has("made_up")).isFalse();
    }

    @Test
    void gainsNothingByInsistingOnAnotherUser() {
        String claims = "{\"id_token\":{\"sub\":{\"value\":\"bob\"}}}";
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE).with("claims", claims);

        assertThat(flow.start(browser).signIn(Person.ADA).told("error")).isEqualTo("login_required");
        assertThat(flow.start(new Browser(BANK)).signIn(Person.BOB).told("code"))
                .isNotEmpty();
    }

    @Test
    void withoutOpenidIsAnsweredWithoutAnIdToken() {
        Answer tokens = CodeFlow.of(BANK, App.MOBILE.asking("banking/read")).signIn(browser, Person.ADA);

        assertThat(tokens.json().has("id_token")).isFalse();
        assertThat(OpenIdCalls.accounts(BANK, tokens.text("/access_token"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutAScopeMeansAllThatTheClientHas() {
        Answer tokens = CodeFlow.of(BANK, App.MOBILE).without("scope").signIn(browser, Person.ADA);

        assertThat(tokens.text("/scope").split(" ", -1))
                .containsExactlyInAnyOrderElementsOf(
                        BANK.client(App.MOBILE.id()).scopes());
    }

    @Test
    void mayHaveNoNonce() {
        CodeFlow flow = CodeFlow.of(BANK, App.PORTAL).without("nonce", "code_challenge", "code_challenge_method");

        assertThat(Jwt.idToken(flow.signIn(browser, Person.ADA)).claims().has("nonce"))
                .isFalse();
    }
}
