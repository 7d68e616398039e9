package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Authentication;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookDelivery.State;
import dev.sandbank.WebhookEvent;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Person;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that the fixture gives a {@code backchannelLogoutUri} are told that a session of theirs has ended. */
class BackChannelLogoutTest {

    private static final String TYPE = "backchannel-logout";

    @AutoClose
    private final SignOutScene scene = new SignOutScene();

    private final Sandbank bank = scene.bank();

    private Answer signIn(App app) {
        CodeFlow flow = CodeFlow.of(bank, app);
        return flow.tokens(flow.start(scene.browser()));
    }

    private Answer signInAnew(App app) {
        return CodeFlow.of(bank, app).signIn(new Browser(bank), Person.ADA);
    }

    /** Ada signs in to three clients in one browser; returns the portal's ID token. */
    private String signedInEverywhere() {
        String hint = scene.signedIn();
        signIn(App.POSTING);
        signIn(App.ELLIPTIC);
        return hint;
    }

    private List<String> told() {
        return bank.webhooks().due().stream()
                .map(WebhookDelivery::to)
                .filter(to -> to.startsWith("client:"))
                .toList();
    }

    @Test
    void whenTheUserSignsOutAtAnyOfTheClientsOfTheSession() {
        scene.logout("id_token_hint", signedInEverywhere());

        assertThat(told()).containsExactly("client:elliptic", "client:posting");
        long call =
                bank.journal().calls().get(bank.journal().calls().size() - 1).number();
        assertThat(bank.webhooks().events(TYPE)).extracting(WebhookEvent::call).containsOnly(call);
    }

    @Test
    void onceForEachSession() {
        signInAnew(App.POSTING);
        signInAnew(App.POSTING);

        bank.user("ada").signOut();

        assertThat(told()).containsExactly("client:posting", "client:posting");
        assertThat(bank.webhooks().events(TYPE)).extracting(WebhookEvent::call).containsOnly(0L);
    }

    @Test
    void whenAnotherUserSignsInWithTheBrowserButNotWhenTheSameDoes() {
        signedInEverywhere();
        CodeFlow again = CodeFlow.of(bank, App.PORTAL).with("prompt", "login");
        again.tokens(again.start(scene.browser()).signIn(Person.ADA));
        assertThat(told()).isEmpty();

        CodeFlow another = CodeFlow.of(bank, App.PORTAL).with("prompt", "login");
        another.tokens(another.start(scene.browser()).signIn(Person.BOB));
        assertThat(told()).containsExactly("client:elliptic", "client:posting");
    }

    @Test
    void whenTheUserIsDisabledOrRemovedButNotWhenBlocked() {
        signInAnew(App.POSTING);
        bank.user("ada").block();
        assertThat(told()).isEmpty();
        bank.user("ada").disable();
        assertThat(told()).hasSize(1);

        CodeFlow.of(bank, App.POSTING).signIn(new Browser(bank), Person.BOB);
        bank.resource("users", "bob").remove();
        assertThat(told()).hasSize(2);
    }

    @Test
    void unlessTheyKnowNothingOfTheSession() {
        CodeFlow.of(bank, App.JWT.asking("banking/read")).signIn(new Browser(bank), Person.ADA);
        bank.user("ada").signOut();

        assertThat(told()).isEmpty();
    }

    @Test
    void alsoIfTheTestSignedTheUserIn() {
        bank.tokens().forUser("posting", "ada", Authentication.by("pwd"));
        bank.user("ada").signOut();

        assertThat(told()).containsExactly("client:posting");
    }

    @Test
    void neverTwiceOfTheSame() {
        String hint = signedInEverywhere();
        scene.logout("id_token_hint", hint);
        scene.logout("id_token_hint", hint);
        bank.user("ada").signOut();

        assertThat(bank.webhooks().events(TYPE)).hasSize(2);
    }

    @Test
    void unlessTheFixtureDoesNotSaySo() {
        scene.logout("id_token_hint", scene.signedIn());
        scene.signedIn();
        bank.user("ada").signOut();

        assertThat(bank.webhooks().events(TYPE)).isEmpty();
        assertThat(bank.webhooks().endpoints())
                .extracting(SandbankWebhook::id)
                .contains("client:posting", "client:elliptic");
    }

    @Test
    void onceAndNotAgainIfTheyFail() {
        signInAnew(App.POSTING);
        bank.user("ada").signOut();
        WebhookDelivery delivery = bank.webhooks().to("client:posting").due().get(0);
        delivery.answered(503);

        assertThat(delivery.state()).isEqualTo(State.FAILED);
        assertThat(delivery.nextAt()).isEmpty();
        delivery.answered(200);
        assertThat(delivery.state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void laterIfTheirEndpointIsPaused() {
        SandbankWebhook endpoint = bank.webhooks().to("client:posting");
        endpoint.pause();
        signedInEverywhere();
        bank.user("ada").signOut();

        assertThat(told()).containsExactly("client:elliptic");
        endpoint.resume();
        assertThat(told()).containsExactly("client:elliptic", "client:posting");
    }

    @Test
    void withoutASecretAndWithoutDataOfTheTests() {
        SandbankWebhook endpoint = bank.webhooks().to("client:posting");

        assertThatIllegalStateException().isThrownBy(endpoint::secret);
        assertThatIllegalStateException().isThrownBy(endpoint::rotateSecret);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bank.webhooks().make(TYPE, "{}"))
                .withMessageContaining("sign one out");
    }

    @Test
    void stillAfterAnExport() {
        signInAnew(App.POSTING);
        bank.webhooks().to("client:posting").pause();
        bank.user("ada").signOut();

        try (Sandbank next = Sandbank.builder().fixtureText(bank.export()).start()) {
            SandbankWebhook endpoint = next.webhooks().to("client:posting");
            assertThat(endpoint.isPaused()).isTrue();
            assertThat(endpoint.deliveries())
                    .extracting(WebhookDelivery::body)
                    .containsExactly(bank.webhooks()
                            .to("client:posting")
                            .deliveries()
                            .get(0)
                            .body());
        }
    }

    @Test
    void alsoOverTheControlApi() {
        try (Sandbank served =
                Sandbank.builder().fixture(App.FIXTURE).atServer(bank.baseUrl()).start()) {
            served.tokens().forUser("posting", "ada", Authentication.by("pwd"));
            served.user("ada").signOut();

            WebhookDelivery delivery =
                    served.webhooks().to("client:posting").due().get(0);
            assertThat(delivery.to()).isEqualTo("client:posting");
            assertThat(delivery.body()).startsWith("logout_token=");
            assertThat(served.webhooks().to("client:posting").flaws())
                    .isEqualTo(bank.webhooks().to("client:posting").flaws());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "apiture, 'http://127.0.0.1/signed-out#here', an http or https URI without a fragment",
        "apiture, 'com.example.app:/signed-out', an http or https URI without a fragment",
        "uphold, 'http://127.0.0.1/signed-out', the endpoints authorization and jwks"
    })
    void notAtAnUnusableAddressOrBank(String extended, String uri, String expected) {
        String fixture = "extends: %s%nclients: [{id: new, secret: new-s3cret, backchannelLogoutUri: '%s'}]%n"
                .formatted(extended, uri);

        assertThatThrownBy(() -> Sandbank.builder().fixtureText(fixture).start())
                .hasMessageContaining(expected);
    }
}
