package com.example.accounts;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.SandbankProperties;
import dev.sandbank.junit.WithSandbank;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@WithSandbank(value = "apiture", lifetime = Lifetime.JVM)
@SandbankProperties(client = "ada-batch")
class AccountsTest {

    @Autowired
    private Accounts accounts;

    @Test
    void listsTheAccountsOfACustomer(Sandbank bank) {
        assertThat(accounts.all()).contains("acct-4f81c0");
        assertThat(bank).lastCall().wasAllowed();
    }
}
