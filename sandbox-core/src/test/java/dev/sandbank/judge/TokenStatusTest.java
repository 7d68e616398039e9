package dev.sandbank.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Person;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Introspection and revocation of tokens. */
class TokenStatusTest {

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    @Test
    void ofAGoodTokenIsToldInItsTypes() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.PORTAL);
        OIDCTokens tokens = party.tokens(Person.ADA);

        TokenIntrospectionSuccessResponse told = introspect(party, tokens.getAccessToken());

        assertThat(told.isActive()).isTrue();
        assertThat(told.getClientID()).isEqualTo(party.id());
        assertThat(told.getSubject().getValue()).isEqualTo("ada");
        assertThat(told.getTokenType()).isEqualTo(AccessTokenType.BEARER);
        assertThat(told.getScope()).isEqualTo(tokens.getAccessToken().getScope());
        assertThat(told.getIssuer()).isEqualTo(party.metadata().getIssuer());
        assertThat(told.getAudience()).containsExactly(new Audience(BANK.baseUrl() + "/banking"));
        assertThat(Duration.between(
                        told.getIssueTime().toInstant(),
                        told.getExpirationTime().toInstant()))
                .hasSeconds(tokens.getAccessToken().getLifetime());
    }

    @Test
    void ofABadTokenIsThatItIsInactive() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.PORTAL);

        TokenIntrospectionSuccessResponse told = introspect(party, new BearerAccessToken("made-up"));

        assertThat(told.isActive()).isFalse();
        assertThat(told.toJSONObject()).containsOnlyKeys("active");
    }

    @Test
    void isNotToldToStrangers() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.PORTAL);
        RelyingParty liar = RelyingParty.of(BANK, new App("web-portal", "wrong", false, "urn:x", "openid"));
        TokenIntrospectionRequest request = new TokenIntrospectionRequest(
                party.metadata().getIntrospectionEndpointURI(),
                liar.authentication(),
                party.tokens(Person.ADA).getAccessToken());

        TokenIntrospectionResponse refused = TokenIntrospectionResponse.parse(RelyingParty.send(request));

        assertThat(refused.indicatesSuccess()).isFalse();
        assertThat(refused.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_CLIENT);
        assertThat(refused.toErrorResponse().getErrorObject().getHTTPStatusCode())
                .isEqualTo(401);
    }

    @Test
    void isInactiveOnceRevoked() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.PORTAL);
        OIDCTokens tokens = party.tokens(Person.ADA);

        HTTPResponse access = revoke(party, tokens.getAccessToken());

        assertThat(access.getStatusCode()).isEqualTo(200);
        assertThat(introspect(party, tokens.getAccessToken()).isActive()).isFalse();
        assertThat(introspect(party, tokens.getRefreshToken()).isActive()).isTrue();
    }

    @Test
    void isInactiveForTheWholeFamilyOnceTheRefreshTokenIsRevoked() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.PORTAL);
        OIDCTokens tokens = party.tokens(Person.ADA);

        assertThat(revoke(party, tokens.getRefreshToken()).getStatusCode()).isEqualTo(200);

        assertThat(introspect(party, tokens.getAccessToken()).isActive()).isFalse();
        TokenErrorResponse refused = TokenErrorResponse.parse(
                RelyingParty.send(party.tokenRequest(new RefreshTokenGrant(tokens.getRefreshToken()))));
        assertThat(refused.getErrorObject()).isEqualTo(OAuth2Error.INVALID_GRANT);
    }

    @Test
    void canBeEndedByAPublicClientToo() throws Exception {
        RelyingParty phone = RelyingParty.of(BANK, App.MOBILE);
        OIDCTokens tokens = phone.tokens(Person.ADA);
        TokenRevocationRequest request = new TokenRevocationRequest(
                phone.metadata().getRevocationEndpointURI(), phone.id(), tokens.getAccessToken());

        assertThat(RelyingParty.send(request).getStatusCode()).isEqualTo(200);

        assertThat(introspect(RelyingParty.of(BANK, App.PORTAL), tokens.getAccessToken())
                        .isActive())
                .isFalse();
    }

    private static HTTPResponse revoke(RelyingParty party, Token token) throws Exception {
        return RelyingParty.send(
                new TokenRevocationRequest(party.metadata().getRevocationEndpointURI(), party.authentication(), token));
    }

    private static TokenIntrospectionSuccessResponse introspect(RelyingParty party, Token token) throws Exception {
        HTTPResponse reply = RelyingParty.send(new TokenIntrospectionRequest(
                party.metadata().getIntrospectionEndpointURI(), party.authentication(), token));
        return TokenIntrospectionResponse.parse(reply).toSuccessResponse();
    }
}
