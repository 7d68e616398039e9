package dev.sandbank.junit;

import static dev.sandbank.junit.SpringContextTest.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.junit.SpringContextTest.Application;
import dev.sandbank.junit.SpringContextTest.Payments;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Witness;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Spring keeps a context for other classes; its sandbox must live as long. */
class SpringContextLifeTest {

    @Test
    void cannotOutliveTheSandbox() {
        SampleRun run = SampleRun.of(ShortLived.class);

        assertThat(run.failures())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContainingAll(ShortLived.class.getName(), "lifetime = Lifetime.JVM"));
    }

    @Test
    void isNotKeptForAnotherClassWhenItsSandboxIsClosed() {
        SampleRun run = SampleRun.of(FirstOfField.class, SecondOfField.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(2);
        assertThat(run.failures())
                .hasSize(1)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContainingAll(
                                "must live as long as Spring's context", OfField.class.getName(), "Lifetime.JVM"));
    }

    @Test
    void isGoodForAnotherClassIfItIsLoadedAnew() {
        SampleRun run = SampleRun.passing(FirstDirtied.class, SecondDirtied.class);

        assertThat(run.told("context")).hasSize(2);
    }

    @Sample
    @SpringJUnitConfig(Application.class)
    @WithSandbank(WORLD)
    @SandbankProperties
    static class ShortLived {

        @Test
        void test() {}
    }

    @Sample
    @SpringJUnitConfig(Application.class)
    abstract static class OfField {

        @RegisterExtension
        static final SandbankExtension BANK = SandbankExtension.of(WORLD);

        @Autowired
        private Payments payments;

        @DynamicPropertySource
        static void bank(DynamicPropertyRegistry registry) {
            registry.add("bank.base-url", () -> BANK.sandbank().baseUrl());
            registry.add("bank.client-id", () -> "payouts");
        }

        @RepeatedTest(2)
        void knows(Witness witness) {
            assertThat(payments.bank()).isEqualTo(BANK.sandbank().baseUrl());
            witness.tells("context", payments.context());
        }
    }

    static class FirstOfField extends OfField {}

    static class SecondOfField extends OfField {

        @Override
        @Test
        void knows(Witness witness) {}
    }

    @Sample
    @SpringJUnitConfig(Application.class)
    @DirtiesContext
    abstract static class Dirtied {

        @RegisterExtension
        static final SandbankExtension BANK = SandbankExtension.of(WORLD);

        @DynamicPropertySource
        static void bank(DynamicPropertyRegistry registry) {
            BANK.sandbank().properties("bank.").forEach((name, value) -> registry.add(name, () -> value));
        }

        @RepeatedTest(2)
        void knows(@Autowired Payments payments, Witness witness) {
            assertThat(payments.bank()).isEqualTo(BANK.sandbank().baseUrl());
            witness.tells("context", payments.context());
        }
    }

    static class FirstDirtied extends Dirtied {}

    static class SecondDirtied extends Dirtied {}
}
