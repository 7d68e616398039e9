package dev.sandbank.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The provider's metadata, found by the issuer alone. */
class MetadataTest {

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    @Test
    void isFoundByTheIssuerAndNamesIt() throws Exception {
        Issuer issuer = new Issuer(BANK.issuer());

        OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer);

        assertThat(metadata.getIssuer()).isEqualTo(issuer);
        assertThat(metadata.getSubjectTypes()).containsExactly(SubjectType.PUBLIC);
        assertThat(metadata.getResponseTypes()).containsExactly(ResponseType.CODE);
        assertThat(metadata.getResponseModes())
                .containsExactlyInAnyOrder(ResponseMode.QUERY, ResponseMode.FRAGMENT, ResponseMode.FORM_POST);
        assertThat(metadata.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
        assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(metadata.supportsClaimsParam()).isTrue();
        assertThat(metadata.supportsRequestParam()).isFalse();
        assertThat(metadata.supportsRequestURIParam()).isFalse();
    }

    @Test
    void isThatOfAnAuthorizationServerToo() throws Exception {
        HTTPRequest request = new HTTPRequest(
                HTTPRequest.Method.GET, URI.create(BANK.baseUrl() + "/.well-known/oauth-authorization-server/oidc"));
        HTTPResponse reply = request.send();

        AuthorizationServerMetadata metadata = AuthorizationServerMetadata.parse(reply.getBody());

        assertThat(metadata.getIssuer().getValue()).isEqualTo(BANK.issuer().toString());
        assertThat(metadata.getTokenEndpointURI()).isEqualTo(BANK.tokenUrl());
        assertThat(metadata.getGrantTypes())
                .containsExactlyInAnyOrder(
                        GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS);
        assertThat(metadata.getTokenEndpointAuthMethods())
                .contains(
                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                        ClientAuthenticationMethod.CLIENT_SECRET_POST,
                        ClientAuthenticationMethod.NONE);
    }

    @Test
    void leadsToOnePublicKeyForEachAlgorithm() throws Exception {
        OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(BANK.issuer()));

        JWKSet keys = JWKSet.load(metadata.getJWKSetURI().toURL());

        assertThat(metadata.getIDTokenJWSAlgs())
                .containsExactlyInAnyOrder(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);
        assertThat(keys.getKeys()).extracting(JWK::isPrivate).containsOnly(false);
        assertThat(keys.getKeys())
                .extracting(JWK::getAlgorithm)
                .containsExactlyInAnyOrderElementsOf(metadata.getIDTokenJWSAlgs());
    }

    @Test
    void followsThePublicUrl() throws Exception {
        try (Sandbank secure = Sandbank.builder()
                .fixture(App.FIXTURE)
                .publicUrl(URI.create("https://localhost:9443"))
                .start()) {
            HTTPRequest request = new HTTPRequest(
                    HTTPRequest.Method.GET, URI.create(secure.baseUrl() + "/oidc/.well-known/openid-configuration"));
            request.setFollowRedirects(false);

            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.parse(request.send().getBody());

            assertThat(metadata.getIssuer()).isEqualTo(new Issuer("https://localhost:9443/oidc/"));
            assertThat(new URI[] {
                        metadata.getAuthorizationEndpointURI(),
                        metadata.getTokenEndpointURI(),
                        metadata.getUserInfoEndpointURI(),
                        metadata.getIntrospectionEndpointURI(),
                        metadata.getRevocationEndpointURI(),
                        metadata.getEndSessionEndpointURI(),
                        metadata.getJWKSetURI()
                    })
                    .allSatisfy(uri -> assertThat(uri.toString()).startsWith("https://localhost:9443/oidc/"));
        }
    }
}
