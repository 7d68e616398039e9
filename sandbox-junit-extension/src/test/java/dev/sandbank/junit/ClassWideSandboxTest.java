package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ParameterResolutionException;

class ClassWideSandboxTest {

    private static final String ADA = "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";

    @Test
    void servesAllTestsOfItsClassAndOfNestedOnesThatDeclareNothing() {
        SampleRun run = SampleRun.passing(Wide.class);

        assertThat(run.sandboxes("repeated", "test", "inner")).hasSize(1);
        assertThat(run.sandboxes("apart")).hasSize(1);
        assertThat(run.sandboxes()).hasSize(2);
    }

    @Test
    void isAnotherOneForEachClassThatInheritsIt() {
        SampleRun run = SampleRun.passing(OneHeir.class, OtherHeir.class);

        assertThat(run.sandboxes("one")).hasSize(1);
        assertThat(run.sandboxes()).hasSize(2);
    }

    @Test
    void isNotResetBetweenTests() {
        SampleRun run = SampleRun.passing(Marked.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(2);
    }

    @Test
    void canBeAParameterOfAConstructor() {
        SampleRun run = SampleRun.passing(InConstructor.class);

        assertThat(run.sightings()).hasSize(2);
        assertThat(run.sandboxes()).hasSize(1);
    }

    @Test
    void isSharedByTestsInParallelAndClosedWithItsClass() {
        SampleRun run = SampleRun.passingInParallel(4, Wide.class, OneHeir.class);

        assertThat(run.sandboxes()).hasSize(3);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Test
    void isRefusedForASingleMethod() {
        SampleRun run = SampleRun.of(OnAMethod.class);

        assertThat(run.failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("lifetime = CLASS", "OnAMethod.test(", "write it on the class");
    }

    @Sample
    @WithSandbank(value = "uphold", lifetime = Lifetime.CLASS)
    static class Wide {

        @RepeatedTest(3)
        void repeated(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void test(Sandbank bank, Witness witness) {
            assertThat(witness.sees(bank).isStillOpen()).isTrue();
        }

        @Nested
        class Inner {

            @Test
            void inner(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }
        }

        @Nested
        @WithSandbank(value = "uphold", lifetime = Lifetime.CLASS)
        class Apart {

            @RepeatedTest(2)
            void apart(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }
        }
    }

    @Sample
    @WithSandbank(value = "uphold", lifetime = Lifetime.CLASS)
    abstract static class Heirs {}

    static class OneHeir extends Heirs {

        @RepeatedTest(2)
        void one(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    static class OtherHeir extends Heirs {

        @RepeatedTest(2)
        void other(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    @Sample
    @TestMethodOrder(MethodName.class)
    @WithSandbank(value = "uphold", lifetime = Lifetime.CLASS)
    static class Marked {

        @Test
        void a(Sandbank bank) {
            bank.user(ADA).block();
        }

        @Test
        void b(Sandbank bank) {
            assertThat(bank.user(ADA).status()).isEqualTo("blocked");
        }
    }

    @Sample
    @WithSandbank(value = "uphold", lifetime = Lifetime.CLASS)
    static class InConstructor {

        private final Sandbank early;

        InConstructor(Sandbank bank) {
            early = bank;
        }

        @RepeatedTest(2)
        void test(Sandbank bank, Witness witness) {
            witness.sees(bank);
            assertThat(early).isSameAs(bank);
        }
    }

    @Sample
    static class OnAMethod {

        @Test
        @WithSandbank(value = "uphold", lifetime = Lifetime.CLASS)
        void test(Sandbank bank) {}
    }
}
