package user.quarkus;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Bank.class)
class AccountsTest {

    Sandbank bank;

    @Inject
    @RestClient
    Accounts accounts;

    @BeforeEach
    void reset() {
        bank.resetKeepingTokens();
    }

    @RepeatedTest(3)
    void listsTheAccountsOfACustomer() {
        assertThat(accounts.all()).contains("acct-4f81c0");
        assertThat(bank).lastCall().wasAllowed();
    }

    @Test
    void tellsThatACustomerIsBlocked() {
        bank.user("ada").block();
        assertThatThrownBy(accounts::all).isInstanceOf(WebApplicationException.class);
        assertThat(bank).lastCall().wasRefused(DenialReason.SUBJECT_BLOCKED);
    }
}
