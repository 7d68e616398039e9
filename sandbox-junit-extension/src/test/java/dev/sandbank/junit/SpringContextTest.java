package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Http;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** The tests run one at a time, because they share the sandbox of this JVM. */
@Execution(ExecutionMode.SAME_THREAD)
class SpringContextTest {

    static final String WORLD = "dev/sandbank/junit/spring.yaml";
    private static final String ADA = "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";

    @Test
    void knowsTheBankThatItsTestsAreGiven() {
        SampleRun run = SampleRun.passing(One.class, SandbankFirst.class);

        assertThat(run.sightings("knows", "alsoKnows")).hasSize(5);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Test
    void servesSeveralClassesWithOneUrlThatIsResetBetweenTests() {
        SampleRun run = SampleRun.passing(One.class, Other.class);

        assertThat(run.sightings().stream().map(Sighting::url).distinct()).hasSize(1);
        assertThat(run.told("context")).hasSize(1);
    }

    @Test
    void isAnotherOneForAnotherClient() {
        SampleRun run = SampleRun.passing(One.class, OtherClient.class);

        assertThat(run.told("context")).hasSize(2);
    }

    @Test
    void isToldOfTheBankOfTheClassAroundANestedOne() {
        SampleRun run = SampleRun.passing(WithNested.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(1);
    }

    @Test
    void isToldOfTheBankThatIsNamed() {
        SampleRun.passing(SecondBank.class);

        assertThat(SampleRun.of(AnyBank.class).failures())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContainingAll(
                                AnyBank.class.getName(), "names none of several sandboxes", "write bank = \"…\""));
    }

    /** An application that reads the bank's URL from its configuration. */
    @Configuration
    static class Application {

        @Bean
        Payments payments(@Value("${bank.base-url}") URI bank, @Value("${bank.client-id}") String client) {
            return new Payments(bank, client, UUID.randomUUID().toString());
        }
    }

    record Payments(URI bank, String client, String context) {

        int status() {
            return Http.get(URI.create(bank + "/core/accounts"), "none").orElseThrow();
        }
    }

    @Sample
    @SpringJUnitConfig(Application.class)
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    @SandbankProperties(client = "payouts")
    @TestPropertySource(properties = "bank.base-url=http://nowhere.example.test")
    static class One {

        @RepeatedTest(3)
        void knows(@Autowired Payments payments, Sandbank bank, Witness witness) {
            assertThat(bank.user(ADA).status()).isEqualTo("active");
            assertThat(bank.journal().calls()).isEmpty();
            bank.user(ADA).block();
            assertThat(payments.bank()).isEqualTo(bank.baseUrl());
            assertThat(payments.client()).isEqualTo("payouts");
            assertThat(payments.status()).isEqualTo(401);
            assertThat(bank.journal().calls()).hasSize(1);
            witness.sees(bank);
            witness.tells("context", payments.context());
        }
    }

    @Sample
    @SpringJUnitConfig(Application.class)
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    @SandbankProperties(client = "payouts")
    @TestPropertySource(properties = "bank.base-url=http://nowhere.example.test")
    static class Other {

        @Autowired
        private Payments payments;

        @RepeatedTest(2)
        void serves(Sandbank bank, Witness witness) {
            assertThat(bank.user(ADA).status()).isEqualTo("active");
            assertThat(payments.bank()).isEqualTo(bank.baseUrl());
            witness.sees(bank);
            witness.tells("context", payments.context());
        }
    }

    /** JUnit calls the sandbox's extension before Spring's. */
    @Sample
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    @SandbankProperties(prefix = "my.bank.")
    @SpringJUnitConfig
    static class SandbankFirst {

        @RepeatedTest(2)
        void alsoKnows(@Autowired Environment environment, Sandbank bank, Witness witness) {
            witness.sees(bank);
            bank.properties("my.bank.")
                    .forEach((name, value) ->
                            assertThat(environment.getProperty(name)).isEqualTo(value));
        }

        @Configuration
        static class Nothing {}
    }

    @Sample
    @SpringJUnitConfig(Application.class)
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    @SandbankProperties(client = "desk")
    static class OtherClient {

        @Test
        void other(@Autowired Payments payments, Witness witness) {
            assertThat(payments.client()).isEqualTo("desk");
            witness.tells("context", payments.context());
        }
    }

    @Sample
    @SpringJUnitConfig(Application.class)
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    @SandbankProperties
    static class WithNested {

        @Nested
        class Inner {

            @Test
            void test(@Autowired Payments payments, @BaseUrl URI base) {
                assertThat(payments.bank()).isEqualTo(base);
            }
        }
    }

    @Sample
    @SpringJUnitConfig(Application.class)
    @WithSandbank("apiture")
    @WithSandbank(value = WORLD, name = "payer", lifetime = Lifetime.JVM)
    @SandbankProperties(bank = "payer")
    static class SecondBank {

        @Test
        void test(@Autowired Payments payments, @Bank("payer") Sandbank payer) {
            assertThat(payments.bank()).isEqualTo(payer.baseUrl());
        }
    }

    @Sample
    @SpringJUnitConfig(Application.class)
    @WithSandbank(value = "apiture", lifetime = Lifetime.JVM)
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    @SandbankProperties
    static class AnyBank {

        @Test
        void test() {}
    }
}
