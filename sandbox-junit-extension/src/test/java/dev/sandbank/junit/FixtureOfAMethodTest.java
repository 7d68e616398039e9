package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FixtureOfAMethodTest {

    @Test
    void goesBeforeThatOfItsClass() {
        SampleRun run = SampleRun.passing(Varied.class);

        assertThat(run.sandboxes("named")).hasSize(1);
        assertThat(run.sightings("named")).hasSize(2).extracting(Sighting::bank).containsOnly("uphold");
        assertThat(run.sightings("plain")).extracting(Sighting::bank).containsOnly("apiture");
    }

    @Test
    void canBeWrittenInPlace() {
        SampleRun run = SampleRun.passing(InPlace.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(3);
        assertThat(run.sandboxes("repeated")).hasSize(2);
    }

    @Test
    void isASandboxOfItsOwnThoughTheClassSharesOne() {
        SampleRun run = SampleRun.passing(InSharingClass.class, InClassWide.class);

        assertThat(run.sandboxes("shared", "alsoShared")).hasSize(2);
        assertThat(run.sandboxes("apart")).hasSize(4);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Test
    void isEnoughOfADeclaration() {
        SampleRun run = SampleRun.passing(Alone.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(1);
    }

    @Test
    void isEitherANameOrAText() {
        SampleRun run = SampleRun.of(Neither.class, Both.class);

        assertThat(run.failures())
                .hasSize(2)
                .allSatisfy(failure ->
                        assertThat(failure).hasMessageStartingWith("@Fixture takes either a name or a text: write "));
    }

    @Test
    void failsTheTestIfItIsBad() {
        SampleRun run = SampleRun.of(Bad.class);

        assertThat(run.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContainingAll("inline fixture", "clinets"));
    }

    @Sample
    @WithSandbank("apiture")
    static class Varied {

        @BeforeEach
        void setUp(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        @Fixture("uphold")
        void named(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void plain(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class InPlace {

        @Test
        @Fixture(text = """
                extends: apiture
                clients:
                  - {id: newcomer, secret: a-secret-of-ones-own, scopes: [banking/read]}
                """)
        void inline(Sandbank bank) {
            assertThat(bank.client("newcomer").secret()).isEqualTo("a-secret-of-ones-own");
        }

        @RepeatedTest(2)
        @SmallWorld
        void repeated(Sandbank bank, Witness witness) {
            witness.sees(bank);
            assertThat(bank.client("ada-only").secret()).isEqualTo("small-1Hs8qW");
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class InSharingClass {

        @BeforeAll
        static void setUpAll(Sandbank bank) {}

        @RepeatedTest(2)
        void shared(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @RepeatedTest(2)
        @Fixture("uphold")
        void apart(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    @Sample
    @WithSandbank(value = "uphold", lifetime = Lifetime.CLASS)
    static class InClassWide {

        @RepeatedTest(2)
        void alsoShared(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @RepeatedTest(2)
        @Fixture("uphold")
        void apart(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    @Sample
    static class Alone {

        @Test
        @Fixture("uphold")
        void test(Sandbank bank) {
            assertThat(bank.bankName()).isEqualTo("uphold");
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class Neither {

        @Test
        @Fixture
        void test(Sandbank bank) {}
    }

    @Sample
    @WithSandbank("apiture")
    static class Both {

        @Test
        @Fixture(value = "uphold", text = "bank: uphold")
        void test(Sandbank bank) {}
    }

    @Sample
    @WithSandbank("apiture")
    static class Bad {

        @Test
        @Fixture(text = "{bank: apiture, clinets: []}")
        void test(Sandbank bank) {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Fixture("dev/sandbank/junit/small.yaml")
    @interface SmallWorld {}
}
