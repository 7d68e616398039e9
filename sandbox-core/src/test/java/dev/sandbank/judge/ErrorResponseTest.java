package dev.sandbank.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Person;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the token endpoint refuses, by the error and the status that RFC 6749 §5.2 knows. */
class ErrorResponseTest {

    private static final URI CALLBACK = URI.create(App.PORTAL.redirectUri());

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    @Test
    void isInvalidClientForAWrongSecretWithAChallenge() throws Exception {
        App liar = new App("web-portal", "wrong", false, App.PORTAL.redirectUri(), "openid");

        HTTPResponse reply = ask(liar, new RefreshTokenGrant(new RefreshToken("x")));

        assertError(reply, OAuth2Error.INVALID_CLIENT, 401);
        assertThat(reply.getWWWAuthenticate()).startsWith("Basic realm=");
    }

    @Test
    void isInvalidGrantForCodesAndRefreshTokensThatAreNoGood() throws Exception {
        assertError(
                ask(App.PORTAL, new AuthorizationCodeGrant(new AuthorizationCode(), CALLBACK)),
                OAuth2Error.INVALID_GRANT,
                400);
        assertError(ask(App.PORTAL, new RefreshTokenGrant(new RefreshToken())), OAuth2Error.INVALID_GRANT, 400);
    }

    @Test
    void isInvalidGrantForAnotherVerifierOrNone() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.PORTAL);
        AuthenticationResponse response =
                party.response(party.sendBrowser(party.request().build()).signIn(Person.ADA));
        AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();

        assertError(ask(App.PORTAL, new AuthorizationCodeGrant(code, CALLBACK)), OAuth2Error.INVALID_GRANT, 400);
        assertError(
                ask(App.PORTAL, new AuthorizationCodeGrant(code, CALLBACK, new CodeVerifier())),
                OAuth2Error.INVALID_GRANT,
                400);
        assertThat(RelyingParty.send(party.tokenRequest(party.grant(response))).indicatesSuccess())
                .isTrue();
    }

    @Test
    void isUnsupportedGrantTypeForAGrantThatTheBankDoesNotHave() throws Exception {
        assertError(
                ask(App.PORTAL, new ResourceOwnerPasswordCredentialsGrant("ada", new Secret("correct horse"))),
                OAuth2Error.UNSUPPORTED_GRANT_TYPE,
                400);
    }

    @Test
    void isUnauthorizedClientForAGrantThatTheClientDoesNotHave() throws Exception {
        assertError(ask(App.PORTAL, new ClientCredentialsGrant()), OAuth2Error.UNAUTHORIZED_CLIENT, 400);
    }

    @Test
    void isInvalidScopeForMoreThanTheClientHas() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.MACHINE);
        TokenRequest request = new TokenRequest.Builder(
                        party.metadata().getTokenEndpointURI(), party.authentication(), new ClientCredentialsGrant())
                .scope(new Scope("banking/read", "banking/write"))
                .build();

        assertError(RelyingParty.send(request), OAuth2Error.INVALID_SCOPE, 400);
    }

    private static HTTPResponse ask(App app, AuthorizationGrant grant) throws Exception {
        return RelyingParty.send(RelyingParty.of(BANK, app).tokenRequest(grant));
    }

    private static void assertError(HTTPResponse reply, ErrorObject expected, int status) throws Exception {
        ErrorObject error = TokenErrorResponse.parse(reply).getErrorObject();
        assertThat(error).isEqualTo(expected);
        assertThat(error.getHTTPStatusCode()).isEqualTo(reply.getStatusCode()).isEqualTo(status);
        assertThat(error.getDescription()).isNotBlank();
        assertThat(reply.getCacheControl()).isEqualTo("no-store");
    }
}
