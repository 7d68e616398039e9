package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Http;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class ExtensionInAFieldTest {

    private static final int THREADS = 4;

    @Test
    void hasOneSandboxForAllTestsOfItsClassIfItIsStatic() {
        SampleRun run = SampleRun.passing(Static.class);

        assertThat(run.sightings()).hasSize(10);
        assertThat(run.sandboxes()).hasSize(1);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Test
    void hasAFreshOneForEachTestIfItIsNot() {
        SampleRun run = SampleRun.passing(Fresh.class);

        assertThat(run.sightings("repeated")).hasSize(9);
        assertThat(run.sandboxes("repeated")).hasSize(3);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Test
    void hasAFreshOneForEachTestOfAnInstancePerClassTooEvenInParallel() {
        SampleRun run = SampleRun.passingInParallel(THREADS, FreshPerClass.class);

        assertThat(run.sightings("repeated")).hasSize(60);
        assertThat(run.sandboxes("repeated")).hasSize(20);
    }

    @Test
    void isInheritedWithASandboxOfItsOwnForEachClass() {
        SampleRun run = SampleRun.passingInParallel(THREADS, OneHeir.class, OtherHeir.class);

        assertThat(run.sandboxes("one")).hasSize(1);
        assertThat(run.sandboxes("other")).hasSize(1);
        assertThat(run.sandboxes()).hasSize(2);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Test
    void offersAllParametersAndAnnotations() {
        SampleRun run = SampleRun.passing(AllKinds.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(3);
    }

    @Test
    void isThereForTheConstructorOfAnInstancePerClass() {
        SampleRun run = SampleRun.passing(InConstructor.class);

        assertThat(run.sandboxes()).hasSize(1);
    }

    @Sample
    static class Static {

        @RegisterExtension
        private static final SandbankExtension BANK = SandbankExtension.of("uphold");

        @BeforeAll
        static void setUpAll(Witness witness) {
            witness.sees(BANK.sandbank());
        }

        @BeforeEach
        void setUp(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @RepeatedTest(2)
        void repeated(Witness witness) {
            assertThat(witness.sees(BANK.sandbank()).isStillOpen()).isTrue();
        }

        @Nested
        class Inner {

            @Test
            void inner(Sandbank bank, Witness witness) {
                assertThat(bank).isSameAs(BANK.sandbank());
                witness.sees(bank);
            }

            @AfterEach
            void tearDown(Witness witness) {
                witness.sees(BANK.sandbank());
            }
        }

        @AfterAll
        static void tearDownAll(Sandbank bank, Witness witness) {
            witness.sees(bank);
            witness.sees(BANK.sandbank());
        }
    }

    @Sample
    static class Fresh {

        @RegisterExtension
        final SandbankExtension bank = SandbankExtension.of("uphold");

        @BeforeEach
        void setUp(Witness witness) {
            witness.sees(bank.sandbank(), "repeated");
        }

        @RepeatedTest(3)
        void repeated(Sandbank parameter, Witness witness) {
            assertThat(bank.sandbank()).isSameAs(parameter);
            witness.sees(parameter);
        }

        @AfterEach
        void tearDown(Witness witness) {
            assertThat(witness.sees(bank.sandbank(), "repeated").isStillOpen()).isTrue();
        }
    }

    @Sample
    @Execution(ExecutionMode.CONCURRENT)
    @TestInstance(Lifecycle.PER_CLASS)
    static class FreshPerClass {

        @RegisterExtension
        final SandbankExtension bank = SandbankExtension.of("uphold");

        @BeforeEach
        void setUp(Sandbank parameter, Witness witness) {
            witness.sees(bank.sandbank(), "repeated");
            assertThat(bank.sandbank()).isSameAs(parameter);
        }

        @RepeatedTest(20)
        void repeated(Witness witness) {
            witness.sees(bank.sandbank());
        }

        @AfterEach
        void tearDown(Witness witness) {
            assertThat(witness.sees(bank.sandbank(), "repeated").isStillOpen()).isTrue();
        }
    }

    @Sample
    abstract static class Heirs {

        @RegisterExtension
        static final SandbankExtension BANK = SandbankExtension.of("uphold");
    }

    static class OneHeir extends Heirs {

        @RepeatedTest(10)
        void one(Sandbank bank, Witness witness) {
            witness.sees(bank);
            assertThat(BANK.sandbank()).isSameAs(bank);
        }
    }

    static class OtherHeir extends Heirs {

        @RepeatedTest(10)
        void other(Sandbank bank, Witness witness) {
            witness.sees(bank);
            assertThat(BANK.sandbank()).isSameAs(bank);
        }
    }

    @Sample
    static class AllKinds {

        @RegisterExtension
        final SandbankExtension bank = SandbankExtension.of("apiture");

        @Test
        void token(@TokenFor("ada-batch") String token) {
            assertThat(Http.get(bank.sandbank().url("listAccounts"), token)).contains(200);
        }

        @Test
        @Blocked("ada")
        void variation() {
            assertThat(bank.sandbank().user("ada").status()).isEqualTo("blocked");
        }

        @Test
        @Fixture("uphold")
        void fixture(Sandbank parameter) {
            assertThat(parameter.bankName()).isEqualTo("uphold");
            assertThat(bank.sandbank()).isSameAs(parameter);
        }
    }

    @Sample
    @TestInstance(Lifecycle.PER_CLASS)
    static class InConstructor {

        @RegisterExtension
        static final SandbankExtension BANK = SandbankExtension.of("uphold");

        InConstructor(Witness witness) {
            witness.sees(BANK.sandbank());
        }

        @RepeatedTest(2)
        void test(Witness witness) {
            witness.sees(BANK.sandbank());
        }
    }
}
