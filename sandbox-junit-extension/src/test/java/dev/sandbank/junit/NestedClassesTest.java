package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

class NestedClassesTest {

    @Test
    void giveATestOneSandboxInTheMethodsOfAllEnclosingClasses() {
        SampleRun run = SampleRun.passing(Outer.class);

        assertThat(run.sightings("innermost")).hasSize(3);
        assertThat(run.sandboxes("innermost")).hasSize(1);
        assertThat(run.sandboxes("outermost", "innermost")).hasSize(2);
    }

    @Test
    void shareThatOfTheOuterClassUnlessTheyHaveAnAnnotation() {
        SampleRun run = SampleRun.passing(SharesWithSome.class);

        assertThat(run.sandboxes("SharesWithSome", "outer", "Plain", "plain")).hasSize(1);
        assertThat(run.sandboxes("outer", "own", "alsoOwn", "ofMethod")).hasSize(4);
    }

    @Test
    void mayShareOneThoughTheOuterClassDoesNot() {
        SampleRun run = SampleRun.passing(NestedShares.class);

        assertThat(run.sandboxes("Sharing", "one", "other")).hasSize(1);
        assertThat(run.sandboxes("one", "before", "after")).hasSize(3);
    }

    @Test
    void shareThatOfTheOuterClassThoughItAsksLast() {
        SampleRun run = SampleRun.passing(OuterTearsDown.class);

        assertThat(run.sightings("Inner", "inner", "OuterTearsDown")).hasSize(3);
        assertThat(run.sandboxes()).hasSize(1);
    }

    @Test
    void haveTheirSandboxClosedBeforeTheNextOneStarts() {
        SampleRun run = SampleRun.passing(InTurn.class);

        assertThat(run.sandboxes("One", "Other")).hasSize(2);
    }

    @Sample
    @WithSandbank("uphold")
    static class Outer {

        @BeforeEach
        void setUp(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void outermost(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Nested
        class Inner {

            @Nested
            class Innermost {

                @Test
                void innermost(Sandbank bank, Witness witness) {
                    witness.sees(bank);
                }

                @AfterEach
                void tearDown(Sandbank bank, Witness witness) {
                    witness.sees(bank);
                }
            }
        }
    }

    /** All sandboxes are of the same bank, so that only the place of the annotation distinguishes them. */
    @Sample
    @WithSandbank("uphold")
    static class SharesWithSome {

        @BeforeAll
        static void setUpAll(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void outer(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        @WithSandbank("uphold")
        void ofMethod(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Nested
        class Plain {

            @BeforeAll
            static void setUpAll(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }

            @Test
            void plain(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }
        }

        @Nested
        @WithSandbank("uphold")
        class OfItsOwn {

            @Test
            void own(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }

            @Test
            void alsoOwn(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class NestedShares {

        @Test
        void before(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void after(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Nested
        class Sharing {

            @BeforeAll
            static void setUpAll(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }

            @Test
            void one(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }

            @Test
            void other(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class OuterTearsDown {

        @Nested
        class Inner {

            @BeforeAll
            static void setUpAll(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }

            @Test
            void inner(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }
        }

        @AfterAll
        static void tearDownAll(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    /** Each nested class checks that the sandbox of the one before is closed. */
    @Sample
    @WithSandbank("uphold")
    @TestInstance(Lifecycle.PER_CLASS)
    static class InTurn {

        private Sighting previous;

        private void lookBack(Sighting now) {
            assertThat(previous == null || !previous.isStillOpen()).isTrue();
            previous = now;
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class One {

            @BeforeAll
            void setUpAll(Sandbank bank, Witness witness) {
                lookBack(witness.sees(bank));
            }

            @Test
            void one() {}
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Other {

            @BeforeAll
            void setUpAll(Sandbank bank, Witness witness) {
                lookBack(witness.sees(bank));
            }

            @Test
            void other() {}
        }
    }
}
