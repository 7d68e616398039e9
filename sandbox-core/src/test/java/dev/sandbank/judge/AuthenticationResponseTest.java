package dev.sandbank.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Person;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser brings back to the application, good or bad. */
class AuthenticationResponseTest {

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    @ParameterizedTest
    @ValueSource(strings = {"query", "form_post"})
    void bringsTheCodeInEitherMode(String mode) throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.PORTAL);
        AuthenticationRequest request =
                party.request().responseMode(new ResponseMode(mode)).build();

        AuthenticationResponse response =
                party.response(party.sendBrowser(request).signIn(Person.ADA));

        assertThat(response.indicatesSuccess()).isTrue();
        assertThat(response.getState()).isEqualTo(party.state());
        assertThat(response.getIssuer()).isEqualTo(new Issuer(BANK.issuer()));
        assertThat(response.getRedirectionURI()).isEqualTo(URI.create(App.PORTAL.redirectUri()));
        assertThat(response.toSuccessResponse().impliedResponseType()).isEqualTo(request.getResponseType());
        assertThat(RelyingParty.send(party.tokenRequest(party.grant(response))).indicatesSuccess())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "form_post"})
    void bringsErrorsInEitherMode(String mode) throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.MOBILE);
        AuthenticationRequest request = party.request()
                .responseMode(new ResponseMode(mode))
                .prompt(Prompt.Type.NONE)
                .build();

        AuthenticationErrorResponse response =
                party.response(party.sendBrowser(request)).toErrorResponse();

        assertThat(response.getErrorObject()).isEqualTo(OIDCError.LOGIN_REQUIRED);
        assertThat(response.getState()).isEqualTo(party.state());
        assertThat(response.getIssuer()).isEqualTo(new Issuer(BANK.issuer()));
    }

    @Test
    void bringsRefusalsOfPeople() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.MOBILE);
        AuthenticationRequest request =
                party.request().prompt(Prompt.Type.CONSENT).build();

        AuthenticationResponse denied =
                party.response(party.sendBrowser(request).signIn(Person.ADA).press("Deny"));

        assertThat(denied.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.ACCESS_DENIED);
    }

    @Test
    void bringsInvalidScope() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.MOBILE);
        AuthenticationRequest request =
                party.request().scope(new Scope("openid", "made-up")).build();

        AuthenticationResponse refused = party.response(party.sendBrowser(request));

        assertThat(refused.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_SCOPE);
    }

    @Test
    void bringsThatRequestObjectsElsewhereAreNotSupported() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.MOBILE);
        AuthenticationRequest request = party.request()
                .requestURI(URI.create("https://app.example.test/r"))
                .build();

        AuthenticationResponse refused = party.response(party.sendBrowser(request));

        assertThat(refused.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.REQUEST_URI_NOT_SUPPORTED);
    }
}
