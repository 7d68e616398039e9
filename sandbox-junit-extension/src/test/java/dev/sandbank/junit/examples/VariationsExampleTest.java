package dev.sandbank.junit.examples;

import static dev.sandbank.DenialReason.ENTITLEMENT_MISSING;
import static dev.sandbank.DenialReason.SUBJECT_BLOCKED;
import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Blocked;
import dev.sandbank.junit.ClockAt;
import dev.sandbank.junit.Fixture;
import dev.sandbank.junit.TokenFor;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.WithoutPermission;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithSandbank("apiture")
class VariationsExampleTest {

    private PaymentsClient client;

    @BeforeEach
    void connect(Sandbank bank) {
        client = new PaymentsClient(bank.baseUrl());
    }

    // tag::example[]
    @Test
    @Blocked("ada")
    void turnsABlockedCustomerAway(Sandbank bank, @TokenFor("ada-batch") String token) {
        client.listAccounts(token);
        assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED);
    }

    @Test
    @WithoutPermission(user = "ada", account = "acct-4f81c0", permission = "view")
    void hidesAnAccountThatMayNotBeSeen(Sandbank bank, @TokenFor("ada-batch") String token) {
        client.getAccount("acct-4f81c0", token);
        assertThat(bank).lastCall().wasRefused(ENTITLEMENT_MISSING).naming("view");
    }

    @Test
    @Fixture(text = """
            extends: apiture
            clients:
              - {id: newcomer, secret: newcomer-1Hs8qW, grants: [client_credentials], scopes: [banking/read]}
            """)
    void letsANewClientIn(@TokenFor("newcomer") String token) {
        assertThat(client.listAccounts(token)).isEqualTo(200);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ClockAt("2031-12-31T23:59:59Z")
    @interface LastSecondOfTheYear {}

    @Test
    @LastSecondOfTheYear
    void worksAtTheEndOfTheYear(Sandbank bank) {
        assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-12-31T23:59:59Z"));
    }
    // end::example[]
}
