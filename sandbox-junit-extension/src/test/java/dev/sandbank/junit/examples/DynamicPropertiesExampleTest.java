package dev.sandbank.junit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.SandbankExtension;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
class DynamicPropertiesExampleTest {

    // tag::example[]
    @RegisterExtension
    static final SandbankExtension bank = SandbankExtension.builder()
            .fixture("apiture")
            .lifetime(Lifetime.JVM)
            .build();

    @DynamicPropertySource
    static void bank(DynamicPropertyRegistry registry) {
        bank.sandbank().properties("bank.").forEach((name, value) -> registry.add(name, () -> value));
    }
    // end::example[]

    @Test
    void knowsItsBank(@Autowired PaymentsClient client) {
        assertThat(client.bank()).isEqualTo(bank.sandbank().baseUrl());
    }

    @Configuration
    static class Application {

        @Bean
        PaymentsClient client(@Value("${bank.base-url}") URI bank) {
            return new PaymentsClient(bank);
        }
    }
}
