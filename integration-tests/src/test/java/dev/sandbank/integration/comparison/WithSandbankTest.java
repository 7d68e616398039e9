package dev.sandbank.integration.comparison;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.integration.comparison.AccountsClient.Registration;
import dev.sandbank.junit.Blocked;
import dev.sandbank.junit.WithSandbank;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@WithSandbank("apiture")
class WithSandbankTest extends ComparedSuite {

    private AccountsClient client(Sandbank bank, String id, String scope) {
        String secret = bank.client(id).secret();
        return kind.make(
                new Registration(bank.tokenUrl(), bank.url("listAccounts"), id, secret, scope), bank.clock()::now);
    }

    @Test
    void fetchesATokenAndUsesIt(Sandbank bank) {
        AccountsClient client = client(bank, "ada-batch", "banking/read");
        assertThat(client.accounts()).contains("acct-4f81c0");
        assertThat(client.accounts()).contains("acct-4f81c0");
        assertThat(bank).tokenRequests().hasSize(1);
    }

    @Test
    @Blocked("ada")
    void tellsThatACustomerIsBlocked(Sandbank bank) {
        assertThatThrownBy(client(bank, "ada-batch", "banking/read")::accounts).hasMessage("customerDisabled");
    }

    @Test
    void fetchesANewTokenWhenTheOldOneHasExpired(Sandbank bank) {
        AccountsClient client = client(bank, "ada-batch", "banking/read");
        client.accounts();
        bank.clock().advance(Duration.ofDays(1));
        assertThat(client.accounts()).contains("acct-4f81c0");
    }

    @Test
    void asksOnceMoreIfTheBankIsBusy(Sandbank bank) {
        bank.faults().on("listAccounts").next(1).fail(429);
        assertThat(client(bank, "ada-batch", "banking/read").accounts()).contains("acct-4f81c0");
    }

    @Test
    void tellsThatAScopeIsMissing(Sandbank bank) {
        assertThatThrownBy(client(bank, "money-mover", "moneyMovement/write")::accounts)
                .hasMessage("forbidden");
    }
}
