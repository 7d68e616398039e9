package dev.sandbank.causes;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sandbank.Decision;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import dev.sandbank.testing.RsaKeys;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A bank with one client for each way of authenticating, at noon; every secret in it contains {@code s3cret}. */
record Scene(Sandbank bank) implements AutoCloseable {

    static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");

    /** The only key that anybody signs with, and whom nobody knows. */
    static final RSAKey RSA = RsaKeys.own("rsa");

    static final RSAKey STRANGER = RsaKeys.ofStranger("rsa");

    private static final ECKey EC = ec();
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String SIGNER = """
              - {id: %s, authMethods: [private_key_jwt], grants: [client_credentials], scopes: [banking/read],
                 jwks: {keys: [%s, %s]}}
            """;

    static Scene open() {
        return open("");
    }

    /** @param settings settings of the fixture, or nothing */
    static Scene open(String settings) {
        RSAKey key = RSA.toPublicJWK();
        String fixture = "extends: apiture\n" + settings + """
            clients:
              - {id: posting, secret: posting-s3cret, authMethods: [client_secret_post], scopes: [openid, banking/read],
                 grants: [client_credentials]}
              - {id: machine, secret: machine-s3cret, grants: [client_credentials], scopes: [openid, banking/read],
                 redirectUris: ["http://127.0.0.1/callback"]}
              - {id: two-apis, secret: two-apis-s3cret, scopes: [banking/read], audience: [api1, "https://api.example/two"]}
              - {id: gone, secret: gone-s3cret, scopes: [banking/read], disabled: true, grants: [authorization_code],
                 redirectUris: ["http://127.0.0.1/callback"]}
            """
                + signer("signer", key)
                + signer(
                        "other-alg",
                        new RSAKey.Builder(key).algorithm(JWSAlgorithm.PS256).build())
                + signer(
                        "other-use",
                        new RSAKey.Builder(key).keyUse(KeyUse.ENCRYPTION).build())
                + signer(
                        "other-ops",
                        new RSAKey.Builder(key)
                                .keyOperations(Set.of(KeyOperation.ENCRYPT))
                                .build());
        Scene scene = new Scene(Sandbank.builder().fixtureText(fixture).start());
        scene.bank.clock().freezeAt(NOON);
        return scene;
    }

    private static String signer(String id, RSAKey key) {
        return SIGNER.formatted(id, key.toJSONString(), EC.toPublicJWK().toJSONString());
    }

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token request for the client credentials grant, with further parameters. */
    HttpCall token(String... more) {
        return HttpCall.tokenRequest(bank, "grant_type", "client_credentials").form(more);
    }

    Decision token(UnaryOperator<HttpCall> changed) {
        return changed.apply(token()).send().decision();
    }

    /** The same by a client that may have what it asks for. */
    Decision machine(String... more) {
        return token(more).basic("machine:machine-s3cret").send().decision();
    }

    /** The same by a client whose tokens are for two APIs. */
    Decision addressed(String... more) {
        return token(more).basic("two-apis:two-apis-s3cret").send().decision();
    }

    /** A token request with an assertion as it is. */
    HttpCall asserting(String assertion) {
        return token("client_assertion_type", TYPE, "client_assertion", assertion);
    }

    /** The same with a good assertion that is changed in one way. */
    Decision asserting(Consumer<JWTClaimsSet.Builder> change) {
        return asserting(assertion("signer", change)).send().decision();
    }

    String assertion(String client, Consumer<JWTClaimsSet.Builder> change) {
        return assertion(
                client, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), RSA, change);
    }

    String assertion(String client, JWSHeader header, RSAKey key, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(bank.tokenUrl().toString())
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(NOON.plusSeconds(60)));
        change.accept(claims);
        try {
            SignedJWT jwt = new SignedJWT(header, claims.build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    CodeFlow mobile() {
        return CodeFlow.of(bank, App.MOBILE.asking("openid offline_access banking/read"));
    }

    /** What comes of an authorization request that is changed in one way. */
    Decision authorize(UnaryOperator<CodeFlow> changed) {
        return changed.apply(mobile()).start(new Browser(bank)).decision();
    }

    /** What comes of the redemption of a fresh code, by a form that is changed. */
    Decision redeem(String... changed) {
        CodeFlow flow = mobile();
        return flow.redeem(codeOf(flow), changed).send().decision();
    }

    String codeOf(CodeFlow flow) {
        return flow.code(flow.start(new Browser(bank)).signIn(Person.ADA));
    }

    /** A fresh refresh token of {@link App#MOBILE}. */
    String refreshToken() {
        return mobile().signIn(Person.ADA).text("/refresh_token");
    }

    Decision refresh(String token, String... more) {
        return CodeFlow.refresh(bank, App.MOBILE, token, more).send().decision();
    }

    /** A browser in which Ada is signed in. */
    Browser signedIn() {
        Browser browser = new Browser(bank);
        mobile().signIn(browser, Person.ADA);
        return browser;
    }

    Page consentPage(Browser browser) {
        return mobile().with("prompt", "consent").start(browser).signIn(Person.ADA);
    }

    @Override
    public void close() {
        bank.close();
    }
}
