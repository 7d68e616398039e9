package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NearestAnnotationTest {

    @Test
    void isTheMethodsBeforeThatOfTheClass() {
        SampleRun run = SampleRun.passing(Methods.class);

        assertThat(run.sightings("ofClass")).extracting(Sighting::bank).containsOnly("uphold");
        assertThat(run.sightings("ofMethod"))
                .hasSize(2)
                .extracting(Sighting::bank)
                .containsOnly("apiture");
    }

    @Test
    void isTheInnerClassesBeforeThatOfTheOuter() {
        SampleRun run = SampleRun.passing(Classes.class);

        assertThat(run.sightings("outer", "plain")).extracting(Sighting::bank).containsExactly("uphold", "uphold");
        assertThat(run.sightings("inner", "innermost"))
                .extracting(Sighting::bank)
                .containsExactly("apiture", "apiture");
    }

    @Test
    void isInheritedFromTheSuperclass() {
        SampleRun run = SampleRun.passing(Heir.class);

        assertThat(run.sightings("inherited")).extracting(Sighting::bank).containsExactly("apiture");
    }

    @Test
    void isInheritedFromAnInterface() {
        SampleRun run = SampleRun.passing(Implementor.class);

        assertThat(run.sightings("inherited")).extracting(Sighting::bank).containsExactly("apiture");
    }

    @Test
    void isTheSubclassesBeforeThatOfTheSuperclass() {
        SampleRun run = SampleRun.passing(RebelliousHeir.class);

        assertThat(run.sightings("inherited")).extracting(Sighting::bank).containsExactly("uphold");
    }

    @Test
    void mayStandOnAnotherAnnotation() {
        SampleRun run = SampleRun.passing(Composed.class);

        assertThat(run.sightings("ofClass")).extracting(Sighting::bank).containsExactly("apiture");
        assertThat(run.sightings("ofMethod")).extracting(Sighting::bank).containsExactly("uphold");
    }

    @Sample
    @WithSandbank("uphold")
    static class Methods {

        @BeforeEach
        void setUp(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        void ofClass() {}

        @Test
        @WithSandbank("apiture")
        void ofMethod(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class Classes {

        @Test
        void outer(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Nested
        class Plain {

            @Test
            void plain(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }
        }

        @Nested
        @WithSandbank("apiture")
        class Inner {

            @Test
            void inner(Sandbank bank, Witness witness) {
                witness.sees(bank);
            }

            @Nested
            class Innermost {

                @Test
                void innermost(Sandbank bank, Witness witness) {
                    witness.sees(bank);
                }
            }
        }
    }

    @Sample
    @WithSandbank("apiture")
    abstract static class Ancestor {

        @Test
        void inherited(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    static class Heir extends Ancestor {}

    @WithSandbank("apiture")
    interface Contract {

        @Test
        default void inherited(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    @Sample
    static class Implementor implements Contract {}

    @WithSandbank("uphold")
    static class RebelliousHeir extends Ancestor {}

    @WithSandbank("apiture")
    @Retention(RetentionPolicy.RUNTIME)
    @interface AtApiture {}

    @WithSandbank("uphold")
    @Retention(RetentionPolicy.RUNTIME)
    @interface AtUphold {}

    @Sample
    @AtApiture
    static class Composed {

        @Test
        void ofClass(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @Test
        @AtUphold
        void ofMethod(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }
}
