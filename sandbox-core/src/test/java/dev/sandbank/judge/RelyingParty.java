package dev.sandbank.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Request;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** An application that was told nothing but the issuer, and leaves everything else to the SDK. */
final class RelyingParty {

    private final Sandbank bank;
    private final App app;
    private final OIDCProviderMetadata metadata;
    private final State state = new State();
    private final Nonce nonce = new Nonce();
    private final CodeVerifier verifier = new CodeVerifier();

    private RelyingParty(Sandbank bank, App app, OIDCProviderMetadata metadata) {
        this.bank = bank;
        this.app = app;
        this.metadata = metadata;
    }

    static RelyingParty of(Sandbank bank, App app) throws GeneralException, IOException {
        return new RelyingParty(bank, app, OIDCProviderMetadata.resolve(new Issuer(bank.issuer())));
    }

    OIDCProviderMetadata metadata() {
        return metadata;
    }

    ClientID id() {
        return new ClientID(app.id());
    }

    State state() {
        return state;
    }

    Nonce nonce() {
        return nonce;
    }

    /** The authentication request, to which more can be added. */
    AuthenticationRequest.Builder request() {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse(app.scope()), id(), URI.create(app.redirectUri()))
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
    }

    /** Where a new browser is once it has followed the request. */
    Page sendBrowser(AuthenticationRequest request) {
        return new Browser(bank).open(request.toURI().toString());
    }

    /** What the browser brings back, by redirect or by form. */
    AuthenticationResponse response(Page page) throws ParseException {
        if (!page.leavesByForm()) {
            return AuthenticationResponseParser.parse(
                    URI.create(page.answer().header("Location").orElseThrow()));
        }
        HTTPRequest form = new HTTPRequest(HTTPRequest.Method.POST, URI.create(page.destination()));
        form.setEntityContentType(ContentType.APPLICATION_URLENCODED);
        form.setBody(URLUtils.serializeParameters(page.told().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey(), each -> List.of(each.getValue())))));
        return AuthenticationResponseParser.parse(form);
    }

    /** A token request, with the client authenticating as it is registered to. */
    TokenRequest tokenRequest(AuthorizationGrant grant) {
        URI endpoint = metadata.getTokenEndpointURI();
        return app.isPublic()
                ? new TokenRequest.Builder(endpoint, id(), grant).build()
                : new TokenRequest.Builder(endpoint, authentication(), grant).build();
    }

    ClientAuthentication authentication() {
        Secret secret = new Secret(app.secret());
        return app.posts() ? new ClientSecretPost(id(), secret) : new ClientSecretBasic(id(), secret);
    }

    /** The grant of the code that a response brought. */
    AuthorizationCodeGrant grant(AuthenticationResponse response) {
        return new AuthorizationCodeGrant(
                response.toSuccessResponse().getAuthorizationCode(), URI.create(app.redirectUri()), verifier);
    }

    /** Somebody signs in; the reply to the token request. */
    HTTPResponse signIn(Person person) throws ParseException, IOException {
        AuthenticationResponse response =
                response(sendBrowser(request().build()).signIn(person));
        return send(tokenRequest(grant(response)));
    }

    /** Somebody signs in; the tokens. */
    OIDCTokens tokens(Person person) throws ParseException, IOException {
        return OIDCTokenResponse.parse(signIn(person)).getOIDCTokens();
    }

    /** Sends a request as the SDK does, by the JDK's oldest HTTP client. */
    static HTTPResponse send(Request request) throws IOException {
        HTTPRequest call = request.toHTTPRequest();
        call.setFollowRedirects(false);
        HTTPResponse reply = call.send();
        assertThat(reply.getStatusCode()).as(reply.getBody()).isLessThan(500);
        return reply;
    }
}
