package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes while somebody looks at a page counts once they press its button. */
class HalfwayThroughTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    private final Browser browser = new Browser(bank);

    @ParameterizedTest
    @ValueSource(strings = {"block", "disable", "signOut", "disableClient", "takeScopes"})
    void noCodeComesOfAConsentOnceUserOrClientMayNotHaveIt(String change) {
        Page page = consentPage();

        change(change);
        Page after = page.press("Allow");

        assertThat(after.answer().header("Location").orElse("")).doesNotContain("code=");
        assertThat(after.decision().allowed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "disable", "disableClient", "takeScopes"})
    void noCodeComesOfALoginOnceUserOrClientMayNotHaveIt(String change) {
        Page page = CodeFlow.of(bank, App.MOBILE).start(browser);

        change(change);
        Page after = page.signIn(Person.ADA);

        assertThat(after.answer().header("Location").orElse("")).doesNotContain("code=");
        assertThat(after.decision().allowed()).isFalse();
    }

    @Test
    void aCodeComesOfItWhereNothingChanged() {
        assertThat(consentPage().press("Allow").told("code")).isNotEmpty();
    }

    private Page consentPage() {
        return CodeFlow.of(bank, App.MOBILE)
                .with("prompt", "consent")
                .start(browser)
                .signIn(Person.ADA);
    }

    private void change(String what) {
        switch (what) {
            case "block" -> bank.user("ada").block();
            case "disable" -> bank.user("ada").disable();
            case "signOut" -> bank.user("ada").signOut();
            case "takeScopes" -> bank.client("mobile-app").setScopes("openid");
            default -> bank.client("mobile-app").disable();
        }
    }
}
