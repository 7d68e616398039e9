package dev.sandbank.junit.examples;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.BaseUrl;
import dev.sandbank.junit.TokenFor;
import dev.sandbank.junit.WithSandbank;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// tag::example[]
@WithSandbank("apiture")
class ParametersExampleTest {

    private PaymentsClient client;

    @BeforeEach
    void connect(@BaseUrl URI bank) {
        client = new PaymentsClient(bank);
    }

    @Test
    void seesTheAccountsOfACustomer(
            Sandbank bank, @TokenFor(client = "mobile-app", user = "bob", scopes = "banking/read") String token) {
        assertThat(client.listAccounts(token)).isEqualTo(200);
        assertThat(bank).lastCall().wasForUser("bob");
    }
}
// end::example[]
