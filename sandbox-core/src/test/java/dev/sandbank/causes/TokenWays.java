package dev.sandbank.causes;

import static dev.sandbank.DenialReason.OAuth.INSUFFICIENT_SCOPE_NO_USER;
import static dev.sandbank.DenialReason.OAuth.INSUFFICIENT_SCOPE_OPENID;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_CODE_EXPIRED;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_CODE_OF_ANOTHER;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_CODE_SPENT;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_CODE_UNKNOWN;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_CODE_VOID;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_CONSENT;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_REDIRECT_URI_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_REDIRECT_URI_OTHER;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_REFRESH_TOKEN_EXPIRED;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_REFRESH_TOKEN_FAMILY_VOID;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_REFRESH_TOKEN_IS_ACCESS_TOKEN;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_REFRESH_TOKEN_OF_ANOTHER;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_REFRESH_TOKEN_REVOKED;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_REFRESH_TOKEN_SPENT;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_REFRESH_TOKEN_UNKNOWN;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_USER;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_VERIFIER_MALFORMED;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_VERIFIER_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_VERIFIER_UNEXPECTED;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_VERIFIER_WRONG;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_CODE_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_CONTENT_TYPE;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_FORM_MALFORMED;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_FORM_NOT_UTF_8;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_FORM_TOO_LARGE;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_GRANT_TYPE_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_IN_QUERY;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_REFRESH_TOKEN_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_REPEATED;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_TOKEN_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_TOKEN_REPEATED;
import static dev.sandbank.DenialReason.OAuth.INVALID_SCOPE_MALFORMED;
import static dev.sandbank.DenialReason.OAuth.INVALID_SCOPE_NOT_GRANTED;
import static dev.sandbank.DenialReason.OAuth.INVALID_SCOPE_NOT_HELD;
import static dev.sandbank.DenialReason.OAuth.INVALID_SCOPE_OF_PEOPLE;
import static dev.sandbank.DenialReason.OAuth.INVALID_SCOPE_UNKNOWN;
import static dev.sandbank.DenialReason.OAuth.INVALID_TARGET_MALFORMED;
import static dev.sandbank.DenialReason.OAuth.INVALID_TARGET_NOT_HELD;
import static dev.sandbank.DenialReason.OAuth.INVALID_TOKEN_USER;
import static dev.sandbank.DenialReason.OAuth.UNAUTHORIZED_CLIENT_GRANT;
import static dev.sandbank.DenialReason.OAuth.UNAUTHORIZED_CLIENT_TOKEN_OF_ANOTHER;

import dev.sandbank.Decision;
import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

/** How requests fail at token, introspection, revocation and userinfo, whoever makes them. */
final class TokenWays {

    private TokenWays() {}

    static Ways ofRequests() {
        return new Ways()
                .add(DenialReason.TEMPORARILY_UNAVAILABLE, scene -> inFullSandbox())
                .add(INVALID_REQUEST_CONTENT_TYPE, scene -> scene.token(call -> call.json("{}")))
                .add(
                        INVALID_REQUEST_FORM_MALFORMED,
                        scene -> scene.token(call -> call.content("application/x-www-form-urlencoded", "a=%zz")))
                .add(
                        INVALID_REQUEST_FORM_NOT_UTF_8,
                        scene -> scene.token(call ->
                                call.content("application/x-www-form-urlencoded", new byte[] {'a', '=', (byte) 0xff})))
                .add(
                        INVALID_REQUEST_FORM_TOO_LARGE,
                        scene -> scene.token(call -> call.form("a", "a".repeat(1024 * 1024))))
                .add(INVALID_REQUEST_IN_QUERY, scene -> scene.token(call -> call.query("client_secret", "s3cret")))
                .add(
                        INVALID_REQUEST_REPEATED,
                        scene -> scene.token(call -> call.form("grant_type", "client_credentials")))
                .add(
                        INVALID_REQUEST_GRANT_TYPE_MISSING,
                        scene -> HttpCall.tokenRequest(scene.bank(), "scope", "banking/read")
                                .basic("machine:machine-s3cret")
                                .send()
                                .decision())
                .add(
                        DenialReason.UNSUPPORTED_GRANT_TYPE,
                        scene -> HttpCall.tokenRequest(scene.bank(), "grant_type", "client_credential")
                                .basic("machine:machine-s3cret")
                                .send()
                                .decision())
                .add(
                        UNAUTHORIZED_CLIENT_GRANT,
                        scene -> HttpCall.tokenRequest(scene.bank(), "grant_type", "authorization_code")
                                .basic("machine:machine-s3cret")
                                .send()
                                .decision())
                .add(INVALID_SCOPE_MALFORMED, scene -> scene.machine("scope", "a  b"))
                .add(INVALID_SCOPE_NOT_HELD, scene -> scene.machine("scope", "data/read"))
                .add(INVALID_SCOPE_OF_PEOPLE, scene -> scene.machine("scope", "openid"))
                .add(INVALID_TARGET_MALFORMED, scene -> scene.addressed("resource", "api.example"))
                .add(INVALID_TARGET_NOT_HELD, scene -> scene.addressed("resource", "https://api.example/other"))
                .add(INVALID_SCOPE_UNKNOWN, scene -> scene.machine("scope", "banking/raed"))
                .add(INVALID_GRANT_USER, scene -> scene.token(call -> call.basic("dora-batch:dora-batch-0eU3cM")));
    }

    private static Decision inFullSandbox() {
        try (Scene small = Scene.open("settings: {memory: 1}\n")) {
            return Stream.generate(small::machine)
                    .filter(decision -> !decision.allowed())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Decision afterItsConsent() {
        String redirect = "http://127.0.0.1:3000/callback";
        try (Sandbank bank = Sandbank.start("dev/sandbank/fixtures/examples/talerwerk/fixture.yaml")) {
            String request = "/connect/authorize?response_type=code&client_id=budget-app&redirect_uri=" + redirect;
            String back =
                    bank.signIn(URI.create(bank.baseUrl() + request), "jon").getQuery();
            HttpCall call = HttpCall.post(bank, "/connect/token")
                    .form("client_id", "budget-app", "client_secret", "budget-secret-9Lm31q");
            String token = call.form("grant_type", "authorization_code", "redirect_uri", redirect)
                    .form("code", back.replaceAll(".*code=([^&]*).*", "$1"))
                    .send()
                    .text("/refresh_token");
            bank.clock().advance(Duration.ofDays(90));
            return HttpCall.post(bank, "/connect/token")
                    .form("client_id", "budget-app", "client_secret", "budget-secret-9Lm31q")
                    .form("grant_type", "refresh_token", "refresh_token", token)
                    .send()
                    .decision();
        }
    }

    static Ways ofCodes() {
        return new Ways()
                .add(INVALID_GRANT_CONSENT, scene -> afterItsConsent())
                .add(INVALID_REQUEST_CODE_MISSING, scene -> scene.redeem("code", null))
                .add(INVALID_GRANT_CODE_UNKNOWN, scene -> scene.redeem("code", "nonsense"))
                .add(
                        INVALID_GRANT_CODE_OF_ANOTHER,
                        scene -> scene.redeem("code", scene.codeOf(CodeFlow.of(scene.bank(), App.PORTAL))))
                .add(INVALID_GRANT_CODE_SPENT, TokenWays::again)
                .add(INVALID_GRANT_CODE_EXPIRED, scene -> {
                    CodeFlow flow = scene.mobile();
                    String code = scene.codeOf(flow);
                    scene.bank().clock().advance(Duration.ofMinutes(2));
                    return flow.redeem(code).send().decision();
                })
                .add(INVALID_GRANT_CODE_VOID, scene -> {
                    CodeFlow flow = scene.mobile();
                    String code = scene.codeOf(flow);
                    scene.bank().user("ada").signOut();
                    return flow.redeem(code).send().decision();
                })
                .add(INVALID_GRANT_REDIRECT_URI_MISSING, scene -> scene.redeem("redirect_uri", null))
                .add(INVALID_GRANT_REDIRECT_URI_OTHER, scene -> scene.redeem("redirect_uri", "http://127.0.0.1/x"))
                .add(INVALID_GRANT_VERIFIER_MISSING, scene -> scene.redeem("code_verifier", null))
                .add(INVALID_GRANT_VERIFIER_MALFORMED, scene -> scene.redeem("code_verifier", "short"))
                .add(INVALID_GRANT_VERIFIER_WRONG, scene -> scene.redeem("code_verifier", "x".repeat(43)))
                .add(INVALID_GRANT_VERIFIER_UNEXPECTED, scene -> {
                    CodeFlow flow =
                            CodeFlow.of(scene.bank(), App.PORTAL).without("code_challenge", "code_challenge_method");
                    return flow.redeem(scene.codeOf(flow), "code_verifier", "x".repeat(43))
                            .send()
                            .decision();
                });
    }

    private static Decision again(Scene scene) {
        CodeFlow flow = scene.mobile();
        String code = scene.codeOf(flow);
        flow.redeem(code).send();
        return flow.redeem(code).send().decision();
    }

    static Ways ofRefreshTokens() {
        return new Ways()
                .add(INVALID_REQUEST_REFRESH_TOKEN_MISSING, scene -> scene.refresh(""))
                .add(INVALID_GRANT_REFRESH_TOKEN_UNKNOWN, scene -> scene.refresh("nonsense"))
                .add(
                        INVALID_GRANT_REFRESH_TOKEN_IS_ACCESS_TOKEN,
                        scene -> scene.refresh(scene.bank().tokens().forClient("machine")))
                .add(
                        INVALID_GRANT_REFRESH_TOKEN_OF_ANOTHER,
                        scene -> scene.refresh(CodeFlow.of(scene.bank(), App.PORTAL)
                                .signIn(Person.ADA)
                                .text("/refresh_token")))
                .add(INVALID_GRANT_REFRESH_TOKEN_SPENT, scene -> {
                    String token = scene.refreshToken();
                    scene.refresh(token);
                    return scene.refresh(token);
                })
                .add(INVALID_GRANT_REFRESH_TOKEN_FAMILY_VOID, scene -> {
                    String token = scene.refreshToken();
                    String next = CodeFlow.refresh(scene.bank(), App.MOBILE, token)
                            .send()
                            .text("/refresh_token");
                    scene.refresh(token);
                    return scene.refresh(next);
                })
                .add(INVALID_GRANT_REFRESH_TOKEN_REVOKED, scene -> {
                    String token = scene.refreshToken();
                    OpenIdCalls.revoke(scene.bank(), App.MOBILE, token).send();
                    return scene.refresh(token);
                })
                .add(INVALID_GRANT_REFRESH_TOKEN_EXPIRED, scene -> {
                    String token = scene.refreshToken();
                    scene.bank().clock().advance(Duration.ofDays(1000));
                    return scene.refresh(token);
                })
                .add(INVALID_SCOPE_NOT_GRANTED, scene -> scene.refresh(scene.refreshToken(), "scope", "data/read"));
    }

    static Ways ofTokens() {
        return new Ways()
                .add(
                        INVALID_REQUEST_TOKEN_MISSING,
                        scene -> OpenIdCalls.introspect(scene.bank(), App.PORTAL, "")
                                .send()
                                .decision())
                .add(
                        UNAUTHORIZED_CLIENT_TOKEN_OF_ANOTHER,
                        scene -> OpenIdCalls.revoke(scene.bank(), App.PORTAL, scene.refreshToken())
                                .send()
                                .decision())
                .add(
                        INVALID_REQUEST_TOKEN_REPEATED,
                        scene -> HttpCall.post(scene.bank(), "/oidc/userinfo")
                                .bearer("a")
                                .form("access_token", "a")
                                .send()
                                .decision())
                .add(
                        DenialReason.TOKEN_MISSING,
                        scene -> HttpCall.get(scene.bank(), "/oidc/userinfo")
                                .send()
                                .decision())
                .add(DenialReason.TOKEN_MALFORMED, scene -> userinfo(scene, "a b"))
                .add(DenialReason.TOKEN_UNKNOWN, scene -> userinfo(scene, "nonsense"))
                .add(DenialReason.TOKEN_EXPIRED, scene -> {
                    String token = scene.mobile().signIn(Person.ADA).text("/access_token");
                    scene.bank().clock().advance(Duration.ofDays(1));
                    return userinfo(scene, token);
                })
                .add(DenialReason.TOKEN_REVOKED, scene -> {
                    String token = scene.mobile().signIn(Person.ADA).text("/access_token");
                    scene.bank().tokens().revoke(token);
                    return userinfo(scene, token);
                })
                .add(INVALID_TOKEN_USER, scene -> {
                    String token = scene.mobile().signIn(Person.ADA).text("/access_token");
                    scene.bank().user("ada").block();
                    return userinfo(scene, token);
                })
                .add(
                        INSUFFICIENT_SCOPE_NO_USER,
                        scene -> userinfo(scene, scene.bank().tokens().forClient("machine")))
                .add(
                        INSUFFICIENT_SCOPE_OPENID,
                        scene -> userinfo(
                                scene,
                                CodeFlow.of(scene.bank(), App.MOBILE.asking("banking/read"))
                                        .signIn(Person.ADA)
                                        .text("/access_token")));
    }

    private static Decision userinfo(Scene scene, String token) {
        return OpenIdCalls.userinfo(scene.bank(), token).send().decision();
    }
}
