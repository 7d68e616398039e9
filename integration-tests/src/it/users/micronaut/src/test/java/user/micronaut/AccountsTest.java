package user.micronaut;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest implements TestPropertyProvider {

    private final Sandbank bank = Sandbank.start("apiture");

    @Inject
    Accounts accounts;

    @Override
    public Map<String, String> getProperties() {
        return bank.properties("bank.", "ada-batch");
    }

    @BeforeEach
    void reset() {
        bank.resetKeepingTokens();
    }

    @AfterAll
    void close() {
        bank.close();
    }

    @RepeatedTest(3)
    void listsTheAccountsOfACustomer() {
        assertThat(accounts.all()).contains("acct-4f81c0");
        assertThat(bank).lastCall().wasAllowed();
    }

    @Test
    void tellsThatACustomerIsBlocked() {
        bank.user("ada").block();
        assertThatThrownBy(accounts::all).isInstanceOf(HttpClientResponseException.class);
        assertThat(bank).lastCall().wasRefused(DenialReason.SUBJECT_BLOCKED);
    }
}
