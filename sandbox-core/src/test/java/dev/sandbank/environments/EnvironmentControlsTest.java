package dev.sandbank.environments;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Change;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankEnvironment;
import dev.sandbank.SandbankNames.Kind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Each environment is controlled by itself. */
class EnvironmentControlsTest {

    @AutoClose
    private final ThreeEnvironments all = new ThreeEnvironments();

    private final Sandbank bank = all.bank();

    private final SandbankEnvironment cat = bank.environment("cat");

    @Test
    void haveUrlsOfTheirOwn() {
        String base = bank.baseUrl() + "/cat";

        assertThat(cat.baseUrl()).hasToString(base);
        assertThat(cat.issuer()).hasToString(base + "/oidc/");
        assertThat(cat.tokenUrl()).hasToString(base + "/oidc/token");
        assertThat(cat.url("getAccount", "acct-000001")).hasToString(base + "/banking/accounts/acct-000001");
        assertThat(bank.environment("").baseUrl()).isEqualTo(bank.baseUrl());
    }

    @Test
    void issueTokensThatAreGoodThereAlone() {
        String token = cat.tokens().forClient("app");

        assertThat(all.get("/cat/banking/accounts").bearer(token)).hasStatus(200);
        assertThat(all.get("/banking/accounts").bearer(token)).hasStatus(401);
    }

    @Test
    void disableClientsThereAlone() {
        cat.client("app").disable();

        assertThatThrownBy(() -> cat.tokens().forClient("app")).hasMessage("client app is disabled");
        assertThat(bank.tokens().forClient("app")).isNotEmpty();
    }

    @Test
    void areNamedInTheJournal() {
        cat.client("app").disable();

        assertThat(bank.journal().changes()).extracting(Change::what).containsExactly("client app is disabled (/cat)");
    }

    @Test
    void areKnownByName() {
        assertThat(bank.environmentNames()).containsExactly("cat", "cat2");
        assertThat(cat.name()).isEqualTo("cat");
        assertThatThrownBy(() -> bank.environment("cta"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no environment \"cta\", did you mean \"cat\"?");
    }

    @Test
    void haveUsersOfTheirOwnOfWhomTheSandboxKnowsNoMoreThanTheName() {
        cat.add("users", "{id: grace, username: grace, password: hopper}");

        assertThat(cat.user("grace")).hasToString("user grace");
        assertThat(bank.names().all(Kind.USER)).contains("grace");
        assertThatThrownBy(() -> bank.user("grace"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no user \"grace\"");
    }

    @Test
    void areShownByNameAndAddress() {
        assertThat(cat).hasToString("cat at " + bank.baseUrl() + "/cat");
        assertThat(bank.environment("")).hasToString(bank.baseUrl().toString());
        assertThat(bank).hasToString(bank.bankName() + " at " + bank.baseUrl());
        assertThat(bank.name()).isEmpty();
    }
}
