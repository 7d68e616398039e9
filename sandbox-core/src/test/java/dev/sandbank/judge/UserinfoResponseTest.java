package dev.sandbank.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.openid.connect.sdk.UserInfoErrorResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.EdwardsKey;
import dev.sandbank.testing.Person;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What userinfo tells of a person, plain, signed or refused. */
class UserinfoResponseTest {

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    static Stream<App> signing() {
        return Stream.of(App.JWT, App.ELLIPTIC, App.EDWARDS);
    }

    @ParameterizedTest
    @EnumSource(
            value = HTTPRequest.Method.class,
            names = {"GET", "POST"})
    void isReadInItsTypes(HTTPRequest.Method method) throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.PORTAL.asking("openid profile email phone address"));
        AccessToken token = party.tokens(Person.ADA).getAccessToken();

        UserInfo told = UserInfoResponse.parse(ask(party, method, token))
                .toSuccessResponse()
                .getUserInfo();

        assertThat(told.getSubject().getValue()).isEqualTo("ada");
        assertThat(told.getEmailAddress()).isEqualTo("ada@example.test");
        assertThat(told.getEmailVerified()).isNotNull();
        assertThat(told.getPhoneNumberVerified()).isNotNull();
        assertThat(told.getUpdatedTime()).isNotNull();
        assertThat(told.getAddress()).isNotNull();
        assertThat(told.getLocale()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("signing")
    void isSignedByAPublishedKeyForThisClient(App app) throws Exception {
        RelyingParty party = RelyingParty.of(BANK, app);
        AccessToken token = party.tokens(Person.ADA).getAccessToken();

        SignedJWT told = (SignedJWT) UserInfoResponse.parse(ask(party, HTTPRequest.Method.GET, token))
                .toSuccessResponse()
                .getUserInfoJWT();

        assertThat(told.getJWTClaimsSet().getIssuer()).isEqualTo(BANK.issuer().toString());
        assertThat(told.getJWTClaimsSet().getAudience()).containsExactly(app.id());
        assertThat(told.getJWTClaimsSet().getSubject()).isEqualTo("ada");
        assertThat(verified(party, told)).isTrue();
    }

    @Test
    void isRefusedInTheWordsOfRfc6750() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.PORTAL);
        AccessToken unknown = new BearerAccessToken("made-up");
        AccessToken tooNarrow = new BearerAccessToken(BANK.tokens().forClient("jwt"));

        assertError(ask(party, HTTPRequest.Method.GET, unknown), BearerTokenError.INVALID_TOKEN, 401);
        assertError(ask(party, HTTPRequest.Method.GET, tooNarrow), BearerTokenError.INSUFFICIENT_SCOPE, 403);
    }

    private static void assertError(HTTPResponse reply, BearerTokenError expected, int status) throws Exception {
        ErrorObject error = UserInfoErrorResponse.parse(reply).getErrorObject();
        assertThat(error).isEqualTo(expected);
        assertThat(error.getHTTPStatusCode()).isEqualTo(reply.getStatusCode()).isEqualTo(status);
    }

    private static HTTPResponse ask(RelyingParty party, HTTPRequest.Method method, AccessToken token) throws Exception {
        return RelyingParty.send(new UserInfoRequest(party.metadata().getUserInfoEndpointURI(), method, token));
    }

    private static boolean verified(RelyingParty party, SignedJWT told) throws Exception {
        JWK key = JWKSet.load(party.metadata().getJWKSetURI().toURL())
                .getKeyByKeyId(told.getHeader().getKeyID());
        if (key.getKeyType().equals(KeyType.OKP)) {
            return EdwardsKey.verifies(key.toOctetKeyPair(), told);
        }
        return told.verify(
                key.getKeyType().equals(KeyType.RSA)
                        ? new RSASSAVerifier(key.toRSAKey())
                        : new ECDSAVerifier(key.toECKey()));
    }
}
