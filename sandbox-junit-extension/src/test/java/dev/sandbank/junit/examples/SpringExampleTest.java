package dev.sandbank.junit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.SandbankProperties;
import dev.sandbank.junit.WithSandbank;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

// tag::example[]
@SpringJUnitConfig
@WithSandbank(value = "apiture", lifetime = Lifetime.JVM)
@SandbankProperties(prefix = "bank.", client = "ledger-reader")
class SpringExampleTest {

    @Test
    void knowsItsBank(@Autowired PaymentsClient client, Sandbank bank) {
        assertThat(client.bank()).isEqualTo(bank.baseUrl());
    }

    @Configuration
    static class Application {

        @Bean
        PaymentsClient client(@Value("${bank.base-url}") URI bank) {
            return new PaymentsClient(bank);
        }
    }
}
// end::example[]
