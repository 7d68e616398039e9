package dev.sandbank.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.sandbank.Sandbank;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A client that authenticates by an assertion as the SDK makes it. */
class PrivateKeyJwtClientTest {

    private final ECKey key;

    @AutoClose
    private final Sandbank bank;

    private final OIDCProviderMetadata metadata;

    PrivateKeyJwtClientTest() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        bank = Sandbank.builder()
                .fixtureText("""
                        extends: apiture
                        clients:
                          - {id: signer, authMethods: [private_key_jwt], grants: [client_credentials],
                             scopes: [banking/read], jwks: %s}""".formatted(new JWKSet(key.toPublicJWK())))
                .start();
        metadata = OIDCProviderMetadata.resolve(new Issuer(bank.issuer()));
    }

    @Test
    void isLetInWhicheverOfItsAddressesTheAssertionIsFor() throws Exception {
        for (URI audience : new URI[] {metadata.getTokenEndpointURI(), bank.issuer()}) {
            TokenResponse reply = TokenResponse.parse(ask(assertion(audience, key)));

            assertThat(reply.indicatesSuccess()).isTrue();
        }
    }

    @Test
    void isLetInOncePerAssertion() throws Exception {
        PrivateKeyJWT assertion = assertion(metadata.getTokenEndpointURI(), key);

        assertThat(ask(assertion).indicatesSuccess()).isTrue();
        assertRefused(ask(assertion));
    }

    @Test
    void isRefusedForAnotherAudienceOrKey() throws Exception {
        ECKey stranger = new ECKeyGenerator(Curve.P_256).keyID("one").generate();

        assertRefused(ask(assertion(URI.create("https://other.example/token"), key)));
        assertRefused(ask(assertion(metadata.getTokenEndpointURI(), stranger)));
    }

    @Test
    void findsItsMethodAndAlgorithmInTheMetadata() {
        assertThat(metadata.getTokenEndpointAuthMethods()).contains(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        assertThat(metadata.getTokenEndpointJWSAlgs()).contains(JWSAlgorithm.ES256);
    }

    private static PrivateKeyJWT assertion(URI audience, ECKey key) throws Exception {
        return new PrivateKeyJWT(new ClientID("signer"), audience, JWSAlgorithm.ES256, key.toPrivateKey(), "one", null);
    }

    private HTTPResponse ask(PrivateKeyJWT assertion) throws Exception {
        return RelyingParty.send(
                new TokenRequest.Builder(metadata.getTokenEndpointURI(), assertion, new ClientCredentialsGrant())
                        .build());
    }

    private static void assertRefused(HTTPResponse reply) throws Exception {
        assertThat(TokenErrorResponse.parse(reply).getErrorObject()).isEqualTo(OAuth2Error.INVALID_CLIENT);
        assertThat(reply.getStatusCode()).isEqualTo(401);
    }
}
