package dev.sandbank.causes;

import static dev.sandbank.DenialReason.INVALID_CLIENT;
import static dev.sandbank.DenialReason.INVALID_GRANT;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_SECRET_WRONG;
import static dev.sandbank.DenialReason.OAuth.INVALID_CLIENT_UNKNOWN;
import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_CODE_SPENT;
import static dev.sandbank.DenialReason.OAuth.INVALID_TOKEN;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.ControlCall;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a refusal of the token server tells its reader, and what it leaves to the decision. */
class ToldCausesTest {

    @AutoClose
    private final Scene scene = Scene.open();

    @Test
    void nameTheClientThatWasMeant() {
        assertThat(scene.token(call -> call.basic("machin:machine-s3cret")).explain())
                .isEqualTo("refused at client: There is no client 'machin', did you mean \"machine\"?");
    }

    @Test
    void nameTheMethodThatTheClientIsRegisteredFor() {
        assertThat(scene.token(call -> call.basic("posting:posting-s3cret")).explain())
                .isEqualTo(
                        "refused at client: The client posting sent its secret by Basic (client_secret_basic), but is"
                                + " registered for client_secret_post");
        assertThat(scene.token(call -> call.form("client_id", "machine", "client_secret", "machine-s3cret"))
                        .explain())
                .contains(
                        "sent its secret in the form (client_secret_post), but is registered for client_secret_basic");
    }

    @Test
    void stayOutOfTheReply() {
        String wrong = scene.token().basic("machine:wrong-s3cret").send().body();

        assertThat(wrong)
                .isEqualTo("{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}");
        assertThat(scene.token().basic("machin:machine-s3cret").send().body()).isEqualTo(wrong);
        assertThat(scene.token().basic("posting:posting-s3cret").send().body()).isEqualTo(wrong);
    }

    @Test
    void leadFromTheSecondUseOfACodeToTheFirst() {
        CodeFlow flow = scene.mobile();
        String code = scene.codeOf(flow);
        Exchange first = flow.redeem(code).send().exchange();

        assertThat(flow.redeem(code).send().decision().explain())
                .isEqualTo("refused at code: The code was used before, in call " + first.number()
                        + "; the tokens issued for it are revoked now");
    }

    @Test
    void tellAgainWhenTheTokensOfACodeWereTakenBack() {
        CodeFlow flow = scene.mobile();
        String code = scene.codeOf(flow);
        flow.redeem(code).send();
        Exchange second = flow.redeem(code).send().exchange();

        assertThat(flow.redeem(code).send().decision().explain())
                .endsWith("the tokens issued for it were revoked in call " + second.number());
    }

    @Test
    void leadFromASpentRefreshTokenToItsExchange() {
        String token = scene.refreshToken();
        Exchange first =
                CodeFlow.refresh(scene.bank(), App.MOBILE, token).send().exchange();

        assertThat(scene.refresh(token).explain())
                .isEqualTo("refused at refresh-token: The refresh token was spent in call " + first.number()
                        + "; its family is revoked now");
    }

    @Test
    void leadFromAVoidFamilyToTheCallThatVoidedIt() {
        String token = scene.refreshToken();
        String next = CodeFlow.refresh(scene.bank(), App.MOBILE, token).send().text("/refresh_token");
        Exchange reuse =
                CodeFlow.refresh(scene.bank(), App.MOBILE, token).send().exchange();

        assertThat(scene.refresh(next).explain())
                .endsWith("The family of the refresh token was revoked in call " + reuse.number());
    }

    @Test
    void leadFromARevokedRefreshTokenToTheRevocation() {
        String token = scene.refreshToken();
        Exchange revocation =
                OpenIdCalls.revoke(scene.bank(), App.MOBILE, token).send().exchange();

        assertThat(scene.refresh(token).explain())
                .endsWith("The refresh token was revoked in call " + revocation.number());
    }

    @Test
    void tellWhatAControlTookBack() {
        String token = scene.refreshToken();
        scene.bank().tokens().revoke(token);

        assertThat(scene.refresh(token).explain()).endsWith("was revoked by a control, not a call");
    }

    @Test
    void leadFromAnAssertionThatIsUsedTwiceToItsFirstUse() {
        String assertion = scene.assertion("signer", claims -> {});
        Exchange first = scene.asserting(assertion).send().exchange();

        assertThat(scene.asserting(assertion).send().decision().explain())
                .isEqualTo("refused at client: The jti of the assertion was used in call " + first.number());
    }

    @Test
    void nameNoCallThatTheJournalHasForgotten() {
        String assertion = scene.assertion("signer", claims -> {});
        scene.asserting(assertion).send();
        scene.bank().journal().clear();

        assertThat(scene.asserting(assertion).send().decision().explain())
                .endsWith("was used in a call before the journal was cleared");
    }

    @Test
    void tellWhenACodeExpired() {
        CodeFlow flow = scene.mobile();
        String code = scene.codeOf(flow);
        scene.bank().clock().advance(Duration.ofMinutes(2));

        assertThat(flow.redeem(code).send().decision().explain())
                .isEqualTo("refused at code: The code expired at 2031-03-03T12:01:00.000Z");
    }

    @Test
    void areExpectedByGroupOrOneByOne() throws Exception {
        Sandbank.Action wrong = () -> scene.token(call -> call.basic("machine:wrong-s3cret"));

        assertThat(scene.bank().expectDenial(INVALID_CLIENT, wrong).status()).isEqualTo(401);
        assertThat(scene.bank().expectDenial(INVALID_CLIENT_SECRET_WRONG, wrong).status())
                .isEqualTo(401);
        assertThatThrownBy(() -> scene.bank().expectDenial(INVALID_CLIENT_UNKNOWN, wrong))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it was for " + INVALID_CLIENT_SECRET_WRONG);
    }

    @Test
    void areFoundByGroupOrOneByOneOverHttp() {
        CodeFlow flow = scene.mobile();
        String code = scene.codeOf(flow);
        flow.redeem(code).send();
        flow.redeem(code).send();
        scene.token(call -> call.basic("machine:wrong-s3cret"));

        assertThat(found(INVALID_GRANT)).isEqualTo(1);
        assertThat(found(INVALID_GRANT_CODE_SPENT)).isEqualTo(1);
        assertThat(found(INVALID_CLIENT_UNKNOWN)).isZero();
    }

    private int found(String refusal) {
        return ControlCall.control(scene.bank(), "GET", "/calls?refusal=" + refusal)
                .send()
                .json()
                .path("calls")
                .size();
    }

    @Test
    void countDeadTokensAsInvalidOnes() {
        Decision userinfo =
                OpenIdCalls.userinfo(scene.bank(), "nonsense").send().decision();

        assertThat(userinfo.refusedFor(INVALID_TOKEN)).isTrue();
        assertThat(userinfo.explain()).isEqualTo("refused at token: The bearer token was never issued here");
    }

    @Test
    void nameTheSettingOfAnIssuerThatEndsInASlash() {
        assertThat(HttpCall.get(scene.bank(), "/oidc//.well-known/openid-configuration")
                        .send()
                        .decision()
                        .explain())
                .contains("set issuerSlash: without to remove the slash");
        assertThat(HttpCall.get(scene.bank(), "/oidc//token").send().decision().explain())
                .doesNotContain("issuerSlash");
    }

    @Test
    void areNotNeededForTheNameOfTheDocumentThatOAuthUses() {
        assertThat(HttpCall.get(scene.bank(), "/oidc/.well-known/oauth-authorization-server")
                        .send()
                        .json())
                .isEqualTo(OpenIdCalls.discovery(scene.bank()).send().json());
    }

    @Test
    void tellWhoIsSignedIn() {
        assertThat(scene.mobile()
                        .with("prompt", "none")
                        .with("claims", "{\"id_token\":{\"sub\":{\"value\":\"bob\"}}}")
                        .start(scene.signedIn())
                        .decision()
                        .explain())
                .isEqualTo("refused at session: The user ada is signed in, but the request is for another user");
        assertThat(scene.mobile()
                        .start(new Browser(scene.bank()))
                        .signIn(Person.DORA)
                        .decision()
                        .explain())
                .isEqualTo("refused at password: the user is disabled");
    }
}
