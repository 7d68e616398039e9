package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ParallelTestsTest {

    private static final String ADA = "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";
    private static final int THREADS = 8;

    @Test
    void eachHaveTheirOwnSandbox() {
        SampleRun run = SampleRun.passingInParallel(THREADS, Alone.class, AlsoAlone.class);

        assertThat(run.sightings()).hasSize(170);
        assertThat(run.sandboxes()).hasSize(60);
    }

    @Test
    void startASharedSandboxOnlyOnceThoughAllAskAtOnce() {
        SampleRun run = SampleRun.passingInParallel(THREADS, Together.class, AlsoTogether.class);

        assertThat(run.sightings()).hasSize(52);
        assertThat(run.sandboxes("together", "nestedTogether", "Together")).hasSize(1);
        assertThat(run.sandboxes("alsoTogether", "AlsoTogether")).hasSize(1);
        assertThat(run.sandboxes()).hasSize(2);
    }

    @Test
    void leaveNoSandboxOpen() {
        SampleRun run = SampleRun.passingInParallel(THREADS, Alone.class, Together.class);

        assertThat(run.sandboxes()).hasSize(41);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Sample
    @WithSandbank("uphold")
    static class Alone {

        @BeforeEach
        void setUp(Sandbank bank, Witness witness) {
            assertThat(bank.user(ADA).status()).isEqualTo("active");
            witness.sees(bank);
        }

        @RepeatedTest(30)
        void alone(Sandbank bank, Witness witness) {
            bank.user(ADA).block();
            witness.sees(bank);
        }

        @AfterEach
        void tearDown(Sandbank bank, Witness witness) {
            assertThat(witness.sees(bank).isStillOpen()).isTrue();
        }

        @Nested
        class NestedAlone {

            @RepeatedTest(10)
            void nestedAlone(Sandbank bank) {
                assertThat(bank.user(ADA).status()).isEqualTo("active");
                bank.user(ADA).block();
            }
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class AlsoAlone {

        @RepeatedTest(20)
        void alsoAlone(Sandbank one, Sandbank other, Witness witness) {
            witness.sees(one);
            witness.sees(other);
            assertThat(witness.sees(one).isStillOpen()).isTrue();
        }
    }

    /** Nothing asks for the sandbox before the tests do. */
    @Sample
    @WithSandbank("uphold")
    static class Together {

        @RepeatedTest(20)
        void together(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Nested
        class NestedTogether {

            @RepeatedTest(10)
            void nestedTogether(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }
        }

        @AfterAll
        static void tearDownAll(Sandbank bank, Witness witness) {
            assertThat(witness.sees(bank).isStillOpen()).isTrue();
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class AlsoTogether {

        @RepeatedTest(20)
        void alsoTogether(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @AfterAll
        static void tearDownAll(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }
}
