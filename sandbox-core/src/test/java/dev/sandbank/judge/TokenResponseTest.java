package dev.sandbank.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Person;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The replies of the token endpoint, grant by grant and for each way of authenticating. */
class TokenResponseTest {

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    static Stream<App> applications() {
        return Stream.of(App.MOBILE, App.PORTAL, App.POSTING, App.JWT);
    }

    @ParameterizedTest
    @MethodSource("applications")
    void forACodeHasEveryToken(App app) throws Exception {
        RelyingParty party = RelyingParty.of(BANK, app);

        OIDCTokens tokens = tokens(party.signIn(Person.ADA));

        assertThat(tokens.getIDToken()).isNotNull();
        assertThat(tokens.getRefreshToken()).isNotNull();
        assertThat(tokens.getBearerAccessToken().getLifetime()).isEqualTo(900);
        assertThat(tokens.getBearerAccessToken().getScope()).isEqualTo(Scope.parse(app.scope()));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void forARefreshTokenHasEveryTokenAnew(App app) throws Exception {
        RelyingParty party = RelyingParty.of(BANK, app);
        OIDCTokens first = party.tokens(Person.ADA);

        OIDCTokens second =
                tokens(RelyingParty.send(party.tokenRequest(new RefreshTokenGrant(first.getRefreshToken()))));

        assertThat(second.getIDToken().getJWTClaimsSet().getSubject()).isEqualTo("ada");
        assertThat(second.getRefreshToken()).isNotNull().isNotEqualTo(first.getRefreshToken());
        assertThat(second.getAccessToken()).isNotEqualTo(first.getAccessToken());
        assertThat(second.getAccessToken().getScope())
                .isEqualTo(first.getAccessToken().getScope());
    }

    @Test
    void forTheClientItselfHasAnAccessTokenAlone() throws Exception {
        for (App app : new App[] {App.MACHINE, App.POSTING, App.JWT}) {
            RelyingParty party = RelyingParty.of(BANK, app);

            TokenResponse reply =
                    TokenResponse.parse(RelyingParty.send(party.tokenRequest(new ClientCredentialsGrant())));

            AccessTokenResponse granted = reply.toSuccessResponse();
            AccessToken token = granted.getTokens().getAccessToken();
            assertThat(token.getType()).isEqualTo(AccessTokenType.BEARER);
            assertThat(token.getLifetime()).isEqualTo(900);
            assertThat(granted.getTokens().getRefreshToken()).isNull();
            assertThat(granted.getCustomParameters()).doesNotContainKey("id_token");
        }
    }

    private static OIDCTokens tokens(HTTPResponse reply) throws Exception {
        assertThat(reply.getCacheControl()).isEqualTo("no-store");
        TokenResponse response = OIDCTokenResponseParser.parse(reply);
        assertThat(response.indicatesSuccess()).as(reply.getBody()).isTrue();
        return (OIDCTokens) response.toSuccessResponse().getTokens();
    }
}
