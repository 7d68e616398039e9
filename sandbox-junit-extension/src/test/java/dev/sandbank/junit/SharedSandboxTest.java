package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

class SharedSandboxTest {

    @Test
    void isAskedForByAParameterOfBeforeAll() {
        SampleRun run = SampleRun.passing(BySetUp.class);

        assertThat(run.sightings("BySetUp", "repeated", "test")).hasSize(7);
        assertThat(run.sandboxes()).hasSize(1);
    }

    @Test
    void isAskedForByAParameterOfAfterAllAlone() {
        SampleRun run = SampleRun.passing(ByTearDown.class);

        assertThat(run.sightings("first", "second", "ByTearDown")).hasSize(3);
        assertThat(run.sandboxes()).hasSize(1);
    }

    @Test
    void isAskedForByTheConstructorOfAnInstancePerClass() {
        SampleRun run = SampleRun.passing(ByConstructor.class);

        assertThat(run.sightings("ByConstructor", "first", "second")).hasSize(3);
        assertThat(run.sandboxes()).hasSize(1);
    }

    @Test
    void isAskedForByAnInheritedMethodAndDiffersFromClassToClass() {
        SampleRun run = SampleRun.passing(OneHeir.class, OtherHeir.class);

        assertThat(run.sightings()).hasSize(4);
        assertThat(run.sandboxes("OneHeir", "one")).hasSize(1);
        assertThat(run.sandboxes("OtherHeir", "other")).hasSize(1);
        assertThat(run.sandboxes()).hasSize(2);
    }

    @Test
    void mayBeGivenToAConstructorOfEveryTest() {
        SampleRun run = SampleRun.passing(AlsoToConstructors.class);

        assertThat(run.sightings("AlsoToConstructors")).hasSize(3);
        assertThat(run.sandboxes()).hasSize(1);
    }

    @Test
    void isClosedWhenTheClassIsOver() {
        SampleRun run = SampleRun.passing(BySetUp.class, ByTearDown.class, ByConstructor.class);

        assertThat(run.sandboxes()).hasSize(3);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Sample
    @WithSandbank("uphold")
    static class BySetUp {

        @BeforeAll
        static void setUpAll(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @BeforeEach
        void setUp(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @RepeatedTest(2)
        void repeated(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void test(Sandbank bank, Witness witness) {
            assertThat(witness.sees(bank).isStillOpen()).isTrue();
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class ByTearDown {

        @Test
        void first(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void second(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @AfterAll
        static void tearDownAll(Sandbank bank, Witness witness) {
            assertThat(witness.sees(bank).isStillOpen()).isTrue();
        }
    }

    @Sample
    @WithSandbank("uphold")
    @TestInstance(Lifecycle.PER_CLASS)
    static class ByConstructor {

        ByConstructor(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void first(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void second(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    @Sample
    @WithSandbank("uphold")
    abstract static class Heirs {

        @BeforeAll
        static void setUpAll(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    static class OneHeir extends Heirs {

        @Test
        void one(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    static class OtherHeir extends Heirs {

        @Test
        void other(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class AlsoToConstructors {

        AlsoToConstructors(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @BeforeAll
        static void setUpAll(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void first(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void second(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }
}
