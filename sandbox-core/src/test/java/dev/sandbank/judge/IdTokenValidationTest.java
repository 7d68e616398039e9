package dev.sandbank.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenClaimsVerifier;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.EdwardsKey;
import dev.sandbank.testing.Person;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** ID tokens pass every check of OpenID Connect Core §3.1.3.7, and fail the check that should fail. */
class IdTokenValidationTest {

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    static Stream<Arguments> algorithms() {
        return Stream.of(
                Arguments.of(App.MOBILE, JWSAlgorithm.RS256),
                Arguments.of(App.PORTAL, JWSAlgorithm.RS256),
                Arguments.of(App.ELLIPTIC, JWSAlgorithm.ES256));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void passesWithItsNonceAndAccessTokenHash(App app, JWSAlgorithm algorithm) throws Exception {
        RelyingParty party = RelyingParty.of(BANK, app);
        OIDCTokens tokens = party.tokens(Person.ADA);

        IDTokenClaimsSet claims = validator(party, party.id(), algorithm).validate(tokens.getIDToken(), party.nonce());

        assertThat(claims.getSubject().getValue()).isEqualTo("ada");
        assertThat(claims.getSessionID()).isNotNull();
        AccessTokenValidator.validate(tokens.getAccessToken(), algorithm, claims.getAccessTokenHash());
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void passesAfterARefreshWithTheNonceOfTheSignIn(App app, JWSAlgorithm algorithm) throws Exception {
        RelyingParty party = RelyingParty.of(BANK, app);
        OIDCTokens first = party.tokens(Person.ADA);
        OIDCTokens second = OIDCTokenResponse.parse(
                        RelyingParty.send(party.tokenRequest(new RefreshTokenGrant(first.getRefreshToken()))))
                .getOIDCTokens();

        IDTokenClaimsSet claims = validator(party, party.id(), algorithm).validate(second.getIDToken(), party.nonce());

        AccessTokenValidator.validate(second.getAccessToken(), algorithm, claims.getAccessTokenHash());
    }

    /** The SDK leaves Ed25519 to a library of its own; the JDK knows it as well. */
    @Test
    void passesWhenSignedByEdwardsCurve() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.EDWARDS);
        OIDCTokens tokens = party.tokens(Person.ADA);
        SignedJWT token = (SignedJWT) tokens.getIDToken();
        IDTokenClaimsSet claims = new IDTokenClaimsSet(token.getJWTClaimsSet());

        new IDTokenClaimsVerifier(party.metadata().getIssuer(), party.id(), party.nonce(), 0)
                .verify(token.getJWTClaimsSet(), null);

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.EdDSA);
        assertThat(EdwardsKey.verifies(
                        keys(party).getKeyByKeyId(token.getHeader().getKeyID()).toOctetKeyPair(), token))
                .isTrue();
        assertThat(claims.getAccessTokenHash())
                .isEqualTo(AccessTokenHash.compute(tokens.getAccessToken(), JWSAlgorithm.EdDSA, Curve.Ed25519));
    }

    @Test
    void failsForAnotherNonceClientKeyOrAlgorithm() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.MOBILE);
        JWT token = party.tokens(Person.ADA).getIDToken();
        try (Sandbank twin = Sandbank.start(App.FIXTURE)) {
            JWKSet others = keys(RelyingParty.of(twin, App.MOBILE));

            assertFails(validator(party, party.id(), JWSAlgorithm.RS256), token, new Nonce());
            assertFails(validator(party, new ClientID("other"), JWSAlgorithm.RS256), token, party.nonce());
            assertFails(validator(party, party.id(), JWSAlgorithm.ES256), token, party.nonce());
            assertFails(
                    new IDTokenValidator(party.metadata().getIssuer(), party.id(), JWSAlgorithm.RS256, others),
                    token,
                    party.nonce());
        }
    }

    private static void assertFails(IDTokenValidator validator, JWT token, Nonce nonce) {
        assertThatThrownBy(() -> validator.validate(token, nonce)).isInstanceOf(BadJOSEException.class);
    }

    private static IDTokenValidator validator(RelyingParty party, ClientID client, JWSAlgorithm algorithm)
            throws Exception {
        IDTokenValidator validator = new IDTokenValidator(party.metadata().getIssuer(), client, algorithm, keys(party));
        validator.setMaxClockSkew(0);
        return validator;
    }

    private static JWKSet keys(RelyingParty party) throws Exception {
        return JWKSet.load(party.metadata().getJWKSetURI().toURL());
    }
}
