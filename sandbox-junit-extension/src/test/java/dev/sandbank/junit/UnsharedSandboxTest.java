package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;

class UnsharedSandboxTest {

    @Test
    void isTheSameForEveryMethodAroundATest() {
        SampleRun run = SampleRun.passing(TwoTests.class);

        assertThat(run.sightings("first")).hasSize(3);
        assertThat(run.sandboxes("first")).hasSize(1);
    }

    @Test
    void differsFromTestToTest() {
        SampleRun run = SampleRun.passing(TwoTests.class);

        assertThat(run.sandboxes("first", "second")).hasSize(2);
    }

    @Test
    void isClosedBeforeTheNextTestStarts() {
        SampleRun run = SampleRun.passing(LooksBack.class);

        assertThat(run.sandboxes("first", "second")).hasSize(2);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Test
    void isClosedWhenTheTestFails() {
        SampleRun run = SampleRun.of(Fails.class);

        assertThat(run.failures()).hasSize(1);
        assertThat(run.sightings()).hasSize(1).noneMatch(Sighting::isStillOpen);
    }

    @Test
    void isOneForTwoParametersOfAMethod() {
        SampleRun run = SampleRun.passing(TwoParameters.class);

        assertThat(run.sandboxes("first", "second")).hasSize(1);
    }

    @Sample
    @WithSandbank("uphold")
    static class TwoTests {

        @BeforeEach
        void setUp(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void first(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void second(Witness witness, TestReporter unrelated, Sandbank bank) {
            witness.sees(bank);
        }

        @AfterEach
        void tearDown(Witness witness, Sandbank bank) {
            witness.sees(bank);
        }
    }

    /** One instance runs all tests, but no parameter makes them share a sandbox. */
    @Sample
    @WithSandbank("uphold")
    @TestInstance(Lifecycle.PER_CLASS)
    static class LooksBack {

        private Sighting previous;

        @Test
        void first(Sandbank bank, Witness witness) {
            lookBack(witness.sees(bank));
        }

        @Test
        void second(Sandbank bank, Witness witness) {
            lookBack(witness.sees(bank));
        }

        private void lookBack(Sighting now) {
            assertThat(now.isStillOpen()).isTrue();
            assertThat(previous == null || !previous.isStillOpen()).isTrue();
            previous = now;
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class Fails {

        @Test
        void fails(Sandbank bank, Witness witness) {
            assertThat(witness.sees(bank).isStillOpen()).as("still open").isFalse();
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class TwoParameters {

        @Test
        void comparesThem(Sandbank one, Witness witness, Sandbank other) {
            witness.sees(one, "first");
            witness.sees(other, "second");
            assertThat(one).isSameAs(other);
        }
    }
}
