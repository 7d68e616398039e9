package com.example.accounts;

import static dev.sandbank.DenialReason.SUBJECT_BLOCKED;
import static dev.sandbank.DenialReason.TOKEN_REVOKED;
import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Blocked;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.SandbankProperties;
import dev.sandbank.junit.WithSandbank;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.web.client.HttpClientErrorException;

@SpringBootTest
@WithSandbank(value = "apiture", lifetime = Lifetime.JVM)
@SandbankProperties(client = "ada-batch")
class RefusalsTest {

    @Autowired
    private Accounts accounts;

    @Test
    @Blocked("ada")
    void tellsThatACustomerIsBlocked(Sandbank bank) {
        assertThatThrownBy(accounts::all).isInstanceOf(HttpClientErrorException.Forbidden.class);
        assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED);
    }

    @Test
    void fetchesANewTokenAfterTheOldOneIsRefused(Sandbank bank) {
        accounts.all();
        bank.client("ada-batch").disable();
        bank.client("ada-batch").enable();

        bank.expectDenial(TOKEN_REVOKED, HttpClientErrorException.Unauthorized.class, accounts::all);
        assertThat(accounts.all()).contains("acct-4f81c0");
    }
}
