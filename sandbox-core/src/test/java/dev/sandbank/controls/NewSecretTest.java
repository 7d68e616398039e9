package dev.sandbank.controls;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.BuiltIn.Pair;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password or a client's secret that was changed: the old one is refused at once. */
class NewSecretTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @Test
    void ofAClientIsTheOnlyOneThatIsTaken() {
        bank.client("machine").setSecret("tomorrow");

        assertThat(tokenFor("machine", "machine-s3cret")).hasStatus(401).wasRefused(DenialReason.INVALID_CLIENT);
        assertThat(tokenFor("machine", "tomorrow")).hasStatus(200);
        assertThat(bank.client("machine").secret()).isEqualTo("tomorrow");
    }

    @Test
    void ofAClientLeavesItsTokensGood() {
        String token = bank.tokens().forClient("machine");
        bank.client("machine").setSecret("tomorrow");

        assertThat(OpenIdCalls.accounts(bank, token)).hasStatus(200);
    }

    @Test
    void isNothingForAClientWithoutOne() {
        assertThatThrownBy(() -> bank.client("mobile-app").setSecret("sudden"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("client mobile-app has no secret to change");
    }

    @Test
    void ofAUserIsTheOnlyOneThatSignsIn() {
        bank.user("ada").setPassword("silver spoon");

        assertThat(signsIn(Person.ADA)).isFalse();
        assertThat(signsIn(new Person("ada", "silver spoon"))).isTrue();
    }

    @Test
    void ofAUserLeavesTheUserSignedIn() {
        Browser browser = new Browser(bank);
        CodeFlow.of(bank, App.MOBILE).signIn(browser, Person.ADA);
        bank.user("ada").setPassword("silver spoon");

        assertThat(CodeFlow.of(bank, App.MOBILE)
                        .with("prompt", "none")
                        .start(browser)
                        .leaves())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there", "Zürich"})
    void isPrintableAscii(String secret) {
        assertThatThrownBy(() -> bank.user("ada").setPassword(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a password must be 1 to 256 printable ASCII characters");
        assertThatThrownBy(() -> bank.client("machine").setSecret(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a secret must be 1 to 256 printable ASCII characters");
    }

    private HttpCall tokenFor(String client, String secret) {
        return HttpCall.tokenRequest(bank).basic(new Pair(client, secret)).form("grant_type", "client_credentials");
    }

    private boolean signsIn(Person person) {
        return CodeFlow.of(bank, App.MOBILE)
                .start(new Browser(bank))
                .signIn(person)
                .leaves();
    }
}
