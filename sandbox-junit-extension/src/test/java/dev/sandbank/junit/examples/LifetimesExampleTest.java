package dev.sandbank.junit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.WithSandbank;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

// tag::example[]
@WithSandbank(value = "apiture", lifetime = Lifetime.CLASS)
class LifetimesExampleTest {

    private static PaymentsClient client;

    @BeforeAll
    static void connect(Sandbank bank) {
        client = new PaymentsClient(bank.baseUrl());
    }

    @RepeatedTest(2)
    void talksToTheSameBankAllTheTime(Sandbank bank) {
        assertThat(client.bank()).isEqualTo(bank.baseUrl());
    }
}
// end::example[]
