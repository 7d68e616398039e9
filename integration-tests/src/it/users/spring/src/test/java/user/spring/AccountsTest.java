package user.spring;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.Blocked;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.SandbankProperties;
import dev.sandbank.junit.WithSandbank;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.web.client.HttpClientErrorException.Forbidden;
import org.springframework.web.client.HttpClientErrorException.Unauthorized;
import user.spring.BankApplication.Accounts;

@SpringBootTest
@WithSandbank(value = "apiture", lifetime = Lifetime.JVM)
@SandbankProperties(client = "ada-batch")
class AccountsTest {

    @Autowired
    private Accounts accounts;

    @RepeatedTest(3)
    void listsTheAccountsOfACustomer(Sandbank bank) {
        assertThat(accounts.all()).contains("acct-4f81c0");
        assertThat(bank).lastCall().wasAllowed();
    }

    @Test
    @Blocked("ada")
    void tellsThatACustomerIsBlocked(Sandbank bank) {
        assertThatThrownBy(accounts::all).isInstanceOf(Forbidden.class);
        assertThat(bank).lastCall().wasRefused(DenialReason.SUBJECT_BLOCKED);
    }

    @Test
    void fetchesANewTokenOnceTheOldOneIsRefused(Sandbank bank) {
        accounts.all();
        bank.client("ada-batch").disable();
        bank.client("ada-batch").enable();

        assertThatThrownBy(accounts::all).isInstanceOf(Unauthorized.class);
        assertThat(accounts.all()).contains("acct-4f81c0");
    }
}
