package dev.sandbank.causes;

import static dev.sandbank.DenialReason.OAuth.ACCESS_DENIED_CONSENT;
import static dev.sandbank.DenialReason.OAuth.ACCESS_DENIED_LOGIN;
import static dev.sandbank.DenialReason.OAuth.CONSENT_REQUIRED;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_CHALLENGE_MALFORMED;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_CHALLENGE_METHOD;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_CHALLENGE_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_CLAIMS_MALFORMED;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_CLIENT_DISABLED;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_CLIENT_ID_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_CLIENT_ID_OF_ANOTHER;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_CLIENT_ID_REPEATED;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_CLIENT_UNKNOWN;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_ID_TOKEN_HINT;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_ID_TOKEN_HINT_OF_ANOTHER;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_MAX_AGE;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_POST_LOGOUT_REDIRECT_URI;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_PROMPT_NONE_NOT_ALONE;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_PROMPT_UNKNOWN;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_REDIRECT_URI_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_REDIRECT_URI_NOT_REGISTERED;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_REDIRECT_URI_REPEATED;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_RESPONSE_MODE;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_RESPONSE_TYPE_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_TOO_LONG;
import static dev.sandbank.DenialReason.OAuth.LOGIN_FAILED_PASSWORD;
import static dev.sandbank.DenialReason.OAuth.LOGIN_FAILED_USER;
import static dev.sandbank.DenialReason.OAuth.LOGIN_FAILED_USERNAME;
import static dev.sandbank.DenialReason.OAuth.LOGIN_REQUIRED_AGAIN;
import static dev.sandbank.DenialReason.OAuth.LOGIN_REQUIRED_NOBODY;
import static dev.sandbank.DenialReason.OAuth.LOGIN_REQUIRED_OTHER_USER;
import static dev.sandbank.DenialReason.OAuth.PAGE_FORGED_BROWSER;
import static dev.sandbank.DenialReason.OAuth.PAGE_FORGED_INTERACTION_INVALID;
import static dev.sandbank.DenialReason.OAuth.PAGE_FORGED_INTERACTION_MISSING;
import static dev.sandbank.DenialReason.OAuth.PAGE_FORGED_SESSION;
import static dev.sandbank.DenialReason.OAuth.REGISTRATION_NOT_SUPPORTED;
import static dev.sandbank.DenialReason.OAuth.REQUEST_NOT_SUPPORTED;
import static dev.sandbank.DenialReason.OAuth.REQUEST_URI_NOT_SUPPORTED;
import static dev.sandbank.DenialReason.OAuth.UNSUPPORTED_RESPONSE_TYPE;

import dev.sandbank.Decision;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.time.Duration;

/** How people and their browsers fail: at authorization, login, consent and logout. */
final class BrowserWays {

    private BrowserWays() {}

    static Ways ofRequests() {
        return new Ways()
                .add(INVALID_REQUEST_TOO_LONG, scene -> scene.authorize(flow -> flow.with("x", "x".repeat(9000))))
                .add(INVALID_REQUEST_CLIENT_ID_MISSING, scene -> scene.authorize(flow -> flow.without("client_id")))
                .add(INVALID_REQUEST_CLIENT_ID_REPEATED, scene -> repeated(scene, "client_id"))
                .add(
                        INVALID_REQUEST_CLIENT_UNKNOWN,
                        scene -> scene.authorize(flow -> flow.with("client_id", "mobil-app")))
                .add(INVALID_REQUEST_CLIENT_DISABLED, scene -> scene.authorize(flow -> flow.with("client_id", "gone")))
                .add(
                        INVALID_REQUEST_REDIRECT_URI_MISSING,
                        scene -> scene.authorize(flow -> flow.without("redirect_uri")))
                .add(INVALID_REQUEST_REDIRECT_URI_REPEATED, scene -> repeated(scene, "redirect_uri"))
                .add(
                        INVALID_REQUEST_REDIRECT_URI_NOT_REGISTERED,
                        scene -> scene.authorize(flow -> flow.with("redirect_uri", "http://127.0.0.1/calback")))
                .add(
                        INVALID_REQUEST_RESPONSE_TYPE_MISSING,
                        scene -> scene.authorize(flow -> flow.without("response_type")))
                .add(
                        INVALID_REQUEST_RESPONSE_MODE,
                        scene -> scene.authorize(flow -> flow.with("response_mode", "web_message")))
                .add(UNSUPPORTED_RESPONSE_TYPE, scene -> scene.authorize(flow -> flow.with("response_type", "token")))
                .add(REQUEST_NOT_SUPPORTED, scene -> scene.authorize(flow -> flow.with("request", "x")))
                .add(REQUEST_URI_NOT_SUPPORTED, scene -> scene.authorize(flow -> flow.with("request_uri", "x")))
                .add(REGISTRATION_NOT_SUPPORTED, scene -> scene.authorize(flow -> flow.with("registration", "x")))
                .add(INVALID_REQUEST_CLAIMS_MALFORMED, scene -> scene.authorize(flow -> flow.with("claims", "x")))
                .add(INVALID_REQUEST_MAX_AGE, scene -> scene.authorize(flow -> flow.with("max_age", "long")))
                .add(INVALID_REQUEST_PROMPT_UNKNOWN, scene -> scene.authorize(flow -> flow.with("prompt", "x")))
                .add(
                        INVALID_REQUEST_PROMPT_NONE_NOT_ALONE,
                        scene -> scene.authorize(flow -> flow.with("prompt", "none login")))
                .add(
                        INVALID_REQUEST_CHALLENGE_MISSING,
                        scene -> scene.authorize(flow -> flow.without("code_challenge")))
                .add(
                        INVALID_REQUEST_CHALLENGE_METHOD,
                        scene -> scene.authorize(flow -> flow.without("code_challenge_method")))
                .add(
                        INVALID_REQUEST_CHALLENGE_MALFORMED,
                        scene -> scene.authorize(flow -> flow.with("code_challenge", "short")))
                .add(INVALID_REQUEST_ID_TOKEN_HINT, scene -> scene.authorize(flow -> flow.with("id_token_hint", "x")))
                .add(
                        INVALID_REQUEST_ID_TOKEN_HINT_OF_ANOTHER,
                        scene -> scene.authorize(flow -> flow.with("id_token_hint", portalToken(scene))));
    }

    private static Decision repeated(Scene scene, String name) {
        return new Browser(scene.bank())
                .open(scene.mobile().target() + "&" + name + "=x")
                .decision();
    }

    private static String portalToken(Scene scene) {
        return CodeFlow.of(scene.bank(), App.PORTAL).signIn(Person.ADA).text("/id_token");
    }

    static Ways ofPeople() {
        return new Ways()
                .add(LOGIN_REQUIRED_NOBODY, scene -> scene.authorize(flow -> flow.with("prompt", "none")))
                .add(LOGIN_REQUIRED_AGAIN, scene -> {
                    Browser browser = scene.signedIn();
                    scene.bank().clock().advance(Duration.ofMinutes(1));
                    return silent(scene, browser, "max_age", "1");
                })
                .add(
                        LOGIN_REQUIRED_OTHER_USER,
                        scene -> silent(
                                scene, scene.signedIn(), "claims", "{\"id_token\":{\"sub\":{\"value\":\"bob\"}}}"))
                .add(CONSENT_REQUIRED, scene -> {
                    try (Scene asking = Scene.open("settings: {askConsent: true}\n")) {
                        Browser browser = new Browser(asking.bank());
                        asking.mobile().start(browser).signIn(Person.ADA);
                        return silent(asking, browser, "x", "y");
                    }
                })
                .add(ACCESS_DENIED_LOGIN, scene -> login(scene).press("Cancel").decision())
                .add(
                        ACCESS_DENIED_CONSENT,
                        scene -> scene.consentPage(new Browser(scene.bank()))
                                .press("Deny")
                                .decision())
                .add(
                        LOGIN_FAILED_USERNAME,
                        scene -> login(scene)
                                .signIn(new Person("adda", "s3cret"))
                                .decision())
                .add(
                        LOGIN_FAILED_PASSWORD,
                        scene ->
                                login(scene).signIn(new Person("ada", "s3cret")).decision())
                .add(
                        LOGIN_FAILED_USER,
                        scene -> login(scene).signIn(Person.DORA).decision());
    }

    private static Decision silent(Scene scene, Browser browser, String name, String value) {
        return scene.mobile()
                .with("prompt", "none")
                .with(name, value)
                .start(browser)
                .decision();
    }

    private static Page login(Scene scene) {
        return scene.mobile().start(new Browser(scene.bank()));
    }

    static Ways ofPages() {
        return new Ways()
                .add(PAGE_FORGED_INTERACTION_MISSING, scene -> posted(scene, "username", "ada"))
                .add(PAGE_FORGED_INTERACTION_INVALID, scene -> posted(scene, "interaction", "x"))
                .add(PAGE_FORGED_BROWSER, scene -> {
                    Browser browser = new Browser(scene.bank());
                    Page page = scene.mobile().start(browser);
                    browser.forgetCookies();
                    return page.signIn(Person.ADA).decision();
                })
                .add(PAGE_FORGED_SESSION, scene -> {
                    Browser browser = new Browser(scene.bank());
                    Page consent = scene.consentPage(browser);
                    scene.mobile().with("prompt", "login").start(browser).signIn(Person.BOB);
                    return consent.press("Allow").decision();
                })
                .add(
                        INVALID_REQUEST_CLIENT_ID_OF_ANOTHER,
                        scene -> new Browser(scene.bank())
                                .open("/oidc/logout?client_id=mobile-app&id_token_hint=" + portalToken(scene))
                                .decision())
                .add(
                        INVALID_REQUEST_POST_LOGOUT_REDIRECT_URI,
                        scene -> new Browser(scene.bank())
                                .open("/oidc/logout?client_id=mobile-app&post_logout_redirect_uri=x")
                                .decision());
    }

    private static Decision posted(Scene scene, String... form) {
        return new Browser(scene.bank()).post("/oidc/login", form).decision();
    }
}
