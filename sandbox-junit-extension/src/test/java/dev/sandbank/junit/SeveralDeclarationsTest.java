package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeveralDeclarationsTest {

    @Test
    void letAFieldGoBeforeTheAnnotationOfItsClass() {
        SampleRun run = SampleRun.passing(FieldAndAnnotation.class);

        assertThat(run.sightings("field", "inner")).extracting(Sighting::bank).containsOnly("uphold");
        assertThat(run.sandboxes("field", "inner")).hasSize(1);
    }

    @Test
    void letTheAnnotationOfAMethodOrNestedClassGoBeforeTheField() {
        SampleRun run = SampleRun.passing(FieldAndAnnotation.class);

        assertThat(run.sightings("method", "annotated"))
                .hasSize(2)
                .extracting(Sighting::bank)
                .containsOnly("apiture");
    }

    @Test
    void letAFieldOfANestedClassGoBeforeAllAroundIt() {
        SampleRun run = SampleRun.passing(Outer.class);

        assertThat(run.sightings("fromField")).extracting(Sighting::bank).containsOnly("apiture");
        assertThat(run.sandboxes("fromField")).hasSize(2);
        assertThat(run.sightings("outside")).extracting(Sighting::bank).containsOnly("uphold");
    }

    @Test
    void ofTwoFieldsAreToldApartByTheFields() {
        SampleRun run = SampleRun.passing(TwoBanks.class);

        assertThat(run.sightings("one")).extracting(Sighting::bank).containsOnly("apiture");
        assertThat(run.sightings("other")).extracting(Sighting::bank).containsOnly("uphold");
        assertThat(run.sandboxes()).hasSize(2);
    }

    @Test
    void ofTwoFieldsLeaveAParameterInDoubt() {
        SampleRun run = SampleRun.of(Doubtful.class);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("there are several", "ONE (\"apiture\")", "OTHER (\"uphold\")", "sandbank()");
    }

    @Test
    void takeAllTheirTurnsInOneOrder() {
        SampleRun run = SampleRun.passingInParallel(4, Forth.class, Back.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(40);
    }

    @Test
    void ofAFieldMeanNothingOutsideOfATest() {
        SandbankExtension bank = SandbankExtension.of("uphold");

        assertThatIllegalStateException().isThrownBy(bank::sandbank).withMessageContaining("no test runs");
    }

    @Sample
    @WithSandbank("apiture")
    static class FieldAndAnnotation {

        @RegisterExtension
        static final SandbankExtension BANK = SandbankExtension.of("uphold");

        @Test
        void field(@Bank("BANK") Sandbank bank, @Bank("apiture") Sandbank other, Witness witness) {
            witness.sees(bank);
            assertThat(BANK.sandbank()).isSameAs(bank);
            assertThat(other.bankName()).isEqualTo("apiture");
        }

        @Test
        @WithSandbank("apiture")
        void method(Sandbank bank, Witness witness) {
            witness.sees(bank);
            assertThat(BANK.sandbank()).isNotSameAs(bank);
        }

        @Nested
        class Inner {

            @Test
            void inner(@Bank("BANK") Sandbank bank, Witness witness) {
                witness.sees(bank);
            }
        }

        @Nested
        @WithSandbank("apiture")
        class Annotated {

            @Test
            void annotated(Sandbank bank, Witness witness) {
                witness.sees(bank);
                assertThat(BANK.sandbank().bankName()).isEqualTo("uphold");
            }
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class Outer {

        @Test
        void outside(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Nested
        class Inner {

            @RegisterExtension
            final SandbankExtension bank = SandbankExtension.of("apiture");

            @RepeatedTest(2)
            void fromField(Sandbank parameter, Witness witness) {
                witness.sees(bank.sandbank());
                assertThat(parameter).isSameAs(bank.sandbank());
            }
        }
    }

    @Sample
    static class TwoBanks {

        @RegisterExtension
        static final SandbankExtension ONE = SandbankExtension.of("apiture");

        @RegisterExtension
        static final SandbankExtension OTHER = SandbankExtension.of("uphold");

        @RepeatedTest(2)
        void test(Witness witness) {
            witness.sees(ONE.sandbank(), "one");
            witness.sees(OTHER.sandbank(), "other");
        }
    }

    @Sample
    static class Doubtful {

        @RegisterExtension
        static final SandbankExtension ONE = SandbankExtension.of("apiture");

        @RegisterExtension
        static final SandbankExtension OTHER = SandbankExtension.of("uphold");

        @Test
        void test(Sandbank bank) {}
    }

    @Sample
    static class Forth {

        @RegisterExtension
        static final SandbankExtension ONE = jvmWide("dev/sandbank/junit/several-jvm-wide.yaml");

        @RegisterExtension
        static final SandbankExtension TWO = jvmWide("dev/sandbank/junit/turns.yaml");

        @RepeatedTest(20)
        void test() {
            assertThat(ONE.sandbank()).isNotSameAs(TWO.sandbank());
        }
    }

    @Sample
    static class Back {

        @RegisterExtension
        static final SandbankExtension ONE = jvmWide("dev/sandbank/junit/turns.yaml");

        @RegisterExtension
        static final SandbankExtension TWO = jvmWide("dev/sandbank/junit/several-jvm-wide.yaml");

        @RepeatedTest(20)
        void test() {
            assertThat(ONE.sandbank()).isNotSameAs(TWO.sandbank());
        }
    }

    private static SandbankExtension jvmWide(String fixture) {
        return SandbankExtension.builder()
                .fixture(fixture)
                .lifetime(Lifetime.JVM)
                .build();
    }
}
