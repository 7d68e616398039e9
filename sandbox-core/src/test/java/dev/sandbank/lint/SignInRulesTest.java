package dev.sandbank.lint;

import static dev.sandbank.testing.App.MOBILE;
import static dev.sandbank.testing.App.PORTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Applications that people sign in to. */
class SignInRulesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @Test
    void findNothingIfTheApplicationKnowsItsTrade() {
        String refreshToken = CodeFlow.of(bank, MOBILE).signIn(Person.ADA).text("/refresh_token");
        String next = CodeFlow.refresh(bank, MOBILE, refreshToken).send().text("/refresh_token");
        CodeFlow.refresh(bank, MOBILE, next).send();

        assertThat(bank.findings()).isEmpty();
    }

    @Test
    void findThatPkceIsMissing() {
        CodeFlow.of(bank, PORTAL)
                .without("code_challenge", "code_challenge_method")
                .signIn(Person.ADA);

        Finding found = Clients.only(bank);
        assertThat(found.rule()).isEqualTo("missing-pkce");
        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.client()).isEqualTo(PORTAL.id());
        assertThat(found.source()).contains("RFC 9700 §2.1.1");
    }

    @Test
    void findThatNonceIsMissing() {
        CodeFlow.of(bank, PORTAL).without("nonce").signIn(Person.ADA);

        Finding found = Clients.only(bank);
        assertThat(found.rule()).isEqualTo("missing-nonce");
        assertThat(found.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void needNoNonceWithoutAnIdToken() {
        CodeFlow.of(bank, PORTAL.asking("banking/read")).without("nonce").start(new Browser(bank));

        assertThat(bank.findings()).isEmpty();
    }

    @Test
    void findThatNothingTakesThePlaceOfState() {
        CodeFlow.of(bank, PORTAL)
                .without("state", "nonce", "code_challenge", "code_challenge_method")
                .start(new Browser(bank));

        assertThat(Clients.rules(bank)).containsExactlyInAnyOrder("missing-state", "missing-pkce", "missing-nonce");
    }

    @Test
    void takePkceOrNonceInThePlaceOfState() {
        CodeFlow.of(bank, PORTAL).without("state", "nonce").start(new Browser(bank));
        CodeFlow.of(bank, PORTAL)
                .without("state", "code_challenge", "code_challenge_method")
                .start(new Browser(bank));

        assertThat(Clients.rules(bank)).doesNotContain("missing-state");
    }

    @Test
    void readARequestThatComesByAForm() {
        CodeFlow.of(bank, PORTAL)
                .without("code_challenge", "code_challenge_method")
                .startByForm(new Browser(bank));

        assertThat(Clients.rules(bank)).containsExactly("missing-pkce");
    }

    @Test
    void findACodeThatIsUsedTwice() {
        CodeFlow flow = CodeFlow.of(bank, MOBILE);
        String code = flow.code(flow.start(new Browser(bank)).signIn(Person.ADA));
        flow.redeem(code).send();
        flow.redeem(code).send();

        Finding found = Clients.only(bank);
        assertThat(found.rule()).isEqualTo("code-reused");
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.calls()).containsExactly(3L, 4L);
        assertThat(found.what()).isEqualTo("it used the same authorization code in call 3 and again in call 4");
    }

    @Test
    void findARefreshTokenThatIsUsedTwice() {
        String refreshToken = CodeFlow.of(bank, MOBILE).signIn(Person.ADA).text("/refresh_token");
        CodeFlow.refresh(bank, MOBILE, refreshToken).send();
        CodeFlow.refresh(bank, MOBILE, refreshToken).send();

        Finding found = Clients.only(bank);
        assertThat(found.rule()).isEqualTo("refresh-race");
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.calls()).containsExactly(4L, 5L);
    }

    @Test
    void findItEvenIfTheBankForgivesIt() {
        bank.loadFixture("extends: dev/sandbank/openid.yaml\nsettings: {refreshTokenGrace: PT1M}");
        String refreshToken = CodeFlow.of(bank, MOBILE).signIn(Person.ADA).text("/refresh_token");
        CodeFlow.refresh(bank, MOBILE, refreshToken).send();
        CodeFlow.refresh(bank, MOBILE, refreshToken).send();

        assertThat(Clients.rules(bank)).containsExactly("refresh-race");
    }
}
