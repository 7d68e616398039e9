package com.example.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.SandbankProperties;
import dev.sandbank.junit.WithSandbank;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the guide's table of failures tells: the application still has a token that the bank no longer takes. */
@SpringBootTest
@WithSandbank(value = "apiture", lifetime = Lifetime.JVM)
@SandbankProperties(client = "ada-batch")
class WhatGoesWrongTest {

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void hasAToken() {
        assertThat(accounts.all()).contains("acct-4f81c0");
    }

    @AfterEach
    void dropsItOnceItIsRefused() {
        assertThat(accounts.all()).contains("acct-4f81c0");
    }

    @Test
    void resetForgetsTheToken(Sandbank bank) {
        bank.reset();

        assertUnauthorized(bank, "refused at token: The bearer token was never issued here");
    }

    @Test
    void theClockMovesBeyondItsEnd(Sandbank bank) {
        bank.clock().advance(Duration.ofHours(1));

        assertUnauthorized(bank, "refused at token: The bearer token has expired");
    }

    @Test
    void theClientIsDisabled(Sandbank bank) {
        bank.client("ada-batch").disable();
        bank.client("ada-batch").enable();

        assertUnauthorized(bank, "refused at token: The bearer token was revoked");
    }

    private void assertUnauthorized(Sandbank bank, String explanation) {
        assertThatThrownBy(accounts::all).hasMessageStartingWith("401 Unauthorized: ");
        assertThat(bank.journal().lastCall().decision().explain()).isEqualTo(explanation);
    }
}
