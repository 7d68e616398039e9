package dev.sandbank.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.BackChannelLogoutRequest;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import dev.sandbank.BadDelivery;
import dev.sandbank.BadDelivery.Attempt;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.Sandbank;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Logout tokens pass every check of OpenID Connect Back-Channel Logout 1.0 §2.6, and bad ones fail. */
@Execution(ExecutionMode.SAME_THREAD)
class LogoutTokenValidationTest {

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    /** A client that takes logout tokens, and signs the sessions out that they name. */
    private record Receiver(LogoutTokenValidator validator, boolean isSessionRequired, Set<String> ended) {

        static Receiver of(RelyingParty party, JWSAlgorithm algorithm, boolean isSessionRequired) throws Exception {
            JWKSet keys = JWKSet.load(party.metadata().getJWKSetURI().toURL());
            return new Receiver(
                    new LogoutTokenValidator(party.metadata().getIssuer(), party.id(), algorithm, keys),
                    isSessionRequired,
                    new HashSet<>());
        }

        LogoutTokenClaimsSet claims(Attempt attempt) throws ParseException, BadJOSEException, JOSEException {
            return validator.validate(BackChannelLogoutRequest.parse(URLUtils.parseParameters(attempt.body()))
                    .getLogoutToken());
        }

        int receive(Attempt attempt) {
            try {
                LogoutTokenClaimsSet claims = claims(attempt);
                if (isSessionRequired && claims.getSessionID() == null) {
                    return 400;
                }
                ended.add(String.valueOf(claims.getSessionID()));
                return 200;
            } catch (ParseException | BadJOSEException | JOSEException refused) {
                return 400;
            }
        }
    }

    static Stream<Arguments> apps() {
        return Stream.of(Arguments.of(App.POSTING, JWSAlgorithm.RS256), Arguments.of(App.ELLIPTIC, JWSAlgorithm.ES256));
    }

    private static WebhookDelivery signedOut(App app) {
        BANK.user("ada").signOut();
        List<WebhookDelivery> all = BANK.webhooks().to("client:" + app.id()).deliveries();
        return all.get(all.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("apps")
    void passAndNameTheSessionOfTheIdToken(App app, JWSAlgorithm algorithm) throws Exception {
        RelyingParty party = RelyingParty.of(BANK, app);
        OIDCTokens tokens = party.tokens(Person.ADA);

        WebhookDelivery delivery = signedOut(app);
        LogoutTokenClaimsSet claims =
                Receiver.of(party, algorithm, true).claims(new Attempt(delivery.headers(), delivery.body()));

        assertThat(claims.getSubject().getValue()).isEqualTo("ada");
        assertThat(claims.getSessionID().getValue())
                .isEqualTo(tokens.getIDToken().getJWTClaimsSet().getStringClaim("sid"));
        assertThat(delivery.headers()).containsOnly(entry("Content-Type", "application/x-www-form-urlencoded"));
    }

    static Stream<Arguments> flaws() {
        Set<DeliveryFlaw> flaws = BANK.webhooks().to("client:posting").flaws();
        return apps().flatMap(app -> flaws.stream().map(flaw -> Arguments.of(app.get()[0], app.get()[1], flaw)));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void failIfTheyAreBad(App app, JWSAlgorithm algorithm, DeliveryFlaw flaw) throws Exception {
        RelyingParty party = RelyingParty.of(BANK, app);
        party.tokens(Person.ADA);
        Receiver receiver = Receiver.of(party, algorithm, app.equals(App.ELLIPTIC));

        BadDelivery bad = signedOut(app).bad(flaw);
        List<Integer> statuses = bad.attempts().stream().map(receiver::receive).toList();

        assertThat(bad.differences(statuses, receiver.ended().size())).isEmpty();
    }

    @Test
    void areAnnouncedInDiscovery() throws Exception {
        RelyingParty party = RelyingParty.of(BANK, App.POSTING);

        assertThat(party.metadata().supportsBackChannelLogout()).isTrue();
        assertThat(party.metadata().supportsBackChannelLogoutSession()).isTrue();
    }
}
