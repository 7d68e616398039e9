package dev.sandbank.causes;

import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_ALG;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_AUD_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_AUD_NOT_ISSUER;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_AUD_WRONG;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_CRIT;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_ENCRYPTED;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_EXP_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_EXP_PAST;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_EXP_TOO_FAR;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_ISS_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_ISS_WRONG;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_JTI_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_JTI_REUSED;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_KEY_ALG;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_KEY_OPS;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_KEY_TYPE;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_KEY_USE;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_KID_UNKNOWN;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_MALFORMED;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_NBF_FUTURE;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_NBF_MALFORMED;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_SIGNATURE;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_SUB_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_SUB_OTHER;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_TYPE_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_ASSERTION_TYPE_UNKNOWN;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_AUTHORIZATION_NOT_BASIC;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_AUTHORIZATION_REPEATED;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_BASIC_ID_OTHER;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_BASIC_MALFORMED;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_DISABLED;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_METHOD_NOT_REGISTERED;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_NOT_NAMED;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_PUBLIC;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_SECRET_MISSING;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_SECRET_OF_PUBLIC;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_SECRET_WRONG;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_UNKNOWN;
import static dev.sandbank.DenialReason.OAuth.INVALID_REQUEST_TWO_METHODS;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import dev.sandbank.Decision;
import dev.sandbank.testing.App;
import dev.sandbank.testing.OpenIdCalls;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.Set;

/** How clients fail to say who they are. */
final class ClientWays {

    private static final JWSHeader RS256 =
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build();

    private ClientWays() {}

    static Ways byThemselves() {
        return new Ways()
                .add(INVALID_CLIENT_NOT_NAMED, scene -> scene.token(call -> call))
                .add(INVALID_CLIENT_UNKNOWN, scene -> scene.token(call -> call.basic("machin:machine-s3cret")))
                .add(INVALID_CLIENT_DISABLED, scene -> scene.token(call -> call.basic("gone:gone-s3cret")))
                .add(INVALID_CLIENT_SECRET_WRONG, scene -> scene.token(call -> call.basic("machine:wrong-s3cret")))
                .add(
                        INVALID_CLIENT_METHOD_NOT_REGISTERED,
                        scene -> scene.token(call -> call.basic("posting:posting-s3cret")))
                .add(INVALID_CLIENT_SECRET_MISSING, scene -> scene.token(call -> call.form("client_id", "machine")))
                .add(
                        INVALID_CLIENT_SECRET_OF_PUBLIC,
                        scene -> scene.token(call -> call.form("client_id", "mobile-app", "client_secret", "s3cret")))
                .add(
                        INVALID_CLIENT_PUBLIC,
                        scene -> OpenIdCalls.introspect(scene.bank(), App.MOBILE, "x")
                                .send()
                                .decision())
                .add(
                        INVALID_CLIENT_AUTHORIZATION_REPEATED,
                        scene -> scene.token(
                                call -> call.basic("machine:machine-s3cret").basic("a:b")))
                .add(INVALID_CLIENT_AUTHORIZATION_NOT_BASIC, scene -> scene.token(call -> call.bearer("s3cret")))
                .add(INVALID_CLIENT_BASIC_MALFORMED, scene -> scene.token(call -> call.basic("machine-s3cret")))
                .add(
                        INVALID_CLIENT_BASIC_ID_OTHER,
                        scene -> scene.token(
                                call -> call.basic("machine:machine-s3cret").form("client_id", "posting")))
                .add(
                        INVALID_REQUEST_TWO_METHODS,
                        scene -> scene.token(call -> call.basic("machine:machine-s3cret")
                                .form("client_id", "machine", "client_secret", "machine-s3cret")));
    }

    static Ways byAssertions() {
        return headers()
                .addAll(claims())
                .add(INVALID_CLIENT_ASSERTION_MISSING, scene -> scene.token(call -> call.form("client_id", "signer")))
                .add(
                        INVALID_CLIENT_ASSERTION_TYPE_MISSING,
                        scene -> scene.token(call -> call.form("client_assertion", "x")))
                .add(
                        INVALID_CLIENT_ASSERTION_TYPE_UNKNOWN,
                        scene ->
                                scene.token(call -> call.form("client_assertion", "x", "client_assertion_type", "jwt")))
                .add(
                        INVALID_CLIENT_ASSERTION_ENCRYPTED,
                        scene -> scene.asserting("e30.a.b.c.d").send().decision())
                .add(
                        INVALID_CLIENT_ASSERTION_MALFORMED,
                        scene -> scene.asserting("x").send().decision());
    }

    private static Ways headers() {
        return new Ways()
                .add(INVALID_CLIENT_ASSERTION_ALG, scene -> {
                    String[] parts = scene.assertion("signer", claims -> {}).split("\\.", -1);
                    String none = Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
                    return scene.asserting(none + "." + parts[1] + ".").send().decision();
                })
                .add(
                        INVALID_CLIENT_ASSERTION_CRIT,
                        scene -> signed(
                                scene,
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("rsa")
                                        .criticalParams(Set.of("exp"))
                                        .customParam("exp", 1)
                                        .build()))
                .add(
                        INVALID_CLIENT_ASSERTION_KID_UNKNOWN,
                        scene -> signed(
                                scene, new JWSHeader.Builder(RS256).keyID("old").build()))
                .add(
                        INVALID_CLIENT_ASSERTION_KEY_TYPE,
                        scene -> signed(
                                scene, new JWSHeader.Builder(RS256).keyID("ec").build()))
                .add(INVALID_CLIENT_ASSERTION_KEY_ALG, scene -> by(scene, "other-alg"))
                .add(INVALID_CLIENT_ASSERTION_KEY_USE, scene -> by(scene, "other-use"))
                .add(INVALID_CLIENT_ASSERTION_KEY_OPS, scene -> by(scene, "other-ops"))
                .add(
                        INVALID_CLIENT_ASSERTION_SIGNATURE,
                        scene -> scene.asserting(scene.assertion("signer", RS256, Scene.STRANGER, claims -> {}))
                                .send()
                                .decision());
    }

    private static Decision signed(Scene scene, JWSHeader header) {
        return scene.asserting(scene.assertion("signer", header, Scene.RSA, claims -> {}))
                .send()
                .decision();
    }

    private static Decision by(Scene scene, String client) {
        return scene.asserting(scene.assertion(client, claims -> {})).send().decision();
    }

    private static Ways claims() {
        return new Ways()
                .add(INVALID_CLIENT_ASSERTION_SUB_MISSING, scene -> scene.asserting(claims -> claims.subject(null)))
                .add(
                        INVALID_CLIENT_ASSERTION_SUB_OTHER,
                        scene -> scene.asserting(scene.assertion("signer", claims -> {}))
                                .form("client_id", "machine")
                                .send()
                                .decision())
                .add(INVALID_CLIENT_ASSERTION_ISS_MISSING, scene -> scene.asserting(claims -> claims.issuer(null)))
                .add(INVALID_CLIENT_ASSERTION_ISS_WRONG, scene -> scene.asserting(claims -> claims.issuer("machine")))
                .add(
                        INVALID_CLIENT_ASSERTION_AUD_MISSING,
                        scene -> scene.asserting(claims -> claims.audience((String) null)))
                .add(INVALID_CLIENT_ASSERTION_AUD_WRONG, scene -> scene.asserting(claims -> claims.audience("x")))
                .add(INVALID_CLIENT_ASSERTION_AUD_NOT_ISSUER, scene -> {
                    try (Scene strict = Scene.open("settings: {assertionAudience: issuer}\n")) {
                        return strict.asserting(claims -> {});
                    }
                })
                .add(
                        INVALID_CLIENT_ASSERTION_EXP_MISSING,
                        scene -> scene.asserting(claims -> claims.expirationTime(null)))
                .add(
                        INVALID_CLIENT_ASSERTION_EXP_PAST,
                        scene -> scene.asserting(claims -> claims.expirationTime(Date.from(Scene.NOON))))
                .add(
                        INVALID_CLIENT_ASSERTION_EXP_TOO_FAR,
                        scene -> scene.asserting(claims -> claims.expirationTime(at(100_000))))
                .add(
                        INVALID_CLIENT_ASSERTION_NBF_FUTURE,
                        scene -> scene.asserting(claims -> claims.notBeforeTime(at(120))))
                .add(
                        INVALID_CLIENT_ASSERTION_NBF_MALFORMED,
                        scene -> scene.asserting(claims -> claims.claim("nbf", "noon")))
                .add(INVALID_CLIENT_ASSERTION_JTI_MISSING, scene -> scene.asserting(claims -> claims.jwtID(null)))
                .add(INVALID_CLIENT_ASSERTION_JTI_REUSED, scene -> {
                    String assertion = scene.assertion("signer", claims -> {});
                    scene.asserting(assertion).send();
                    return scene.asserting(assertion).send().decision();
                });
    }

    private static Date at(int seconds) {
        return Date.from(Scene.NOON.plusSeconds(seconds));
    }
}
