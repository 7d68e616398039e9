package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Witness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ParameterResolutionException;

class RefusedParameterTest {

    @Test
    void ofAConstructorPerTestIsToldWhatToWriteInstead() {
        SampleRun run = SampleRun.of(InConstructor.class);

        assertThat(run.failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("$InConstructor(dev.sandbank.Sandbank)", "the test or of a @BeforeEach", "PER_CLASS");
    }

    @Test
    void ofAConstructorIsRefusedAlsoIfOnlyTheMethodIsAnnotated() {
        SampleRun run = SampleRun.of(InConstructorForAMethod.class);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("InConstructorForAMethod(dev.sandbank.Sandbank)", "the test or of a @BeforeEach");
    }

    @Test
    void withoutAnyAnnotationIsToldWhatToWrite() {
        SampleRun run = SampleRun.of(WithoutAnnotation.class);

        assertThat(run.failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("WithoutAnnotation.test(dev.sandbank.Sandbank)", "write @WithSandbank(");
    }

    @Test
    void ofBeforeAllFailsTheClassIfOnlyMethodsAreAnnotated() {
        SampleRun run = SampleRun.of(OnMethodsOnly.class);

        assertThat(run.failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("dev.sandbank.Sandbank", "setUpAll");
        assertThat(run.sightings()).isEmpty();
    }

    @Test
    void ofALifecycleMethodWithItsOwnAnnotationIsToldThatItHasNoEffect() {
        SampleRun run = SampleRun.of(OnLifecycleMethod.class);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("setUp(dev.sandbank.Sandbank)", "has no effect");
    }

    @Sample
    @WithSandbank("uphold")
    static class InConstructor {

        InConstructor(Sandbank bank) {}

        @Test
        void test() {}
    }

    @Sample
    static class InConstructorForAMethod {

        InConstructorForAMethod(Sandbank bank) {}

        @Test
        @WithSandbank("uphold")
        void test() {}
    }

    @Sample
    @ExtendWith(SandbankExtension.class)
    static class WithoutAnnotation {

        @Test
        void test(Sandbank bank) {}
    }

    @Sample
    static class OnMethodsOnly {

        @BeforeAll
        static void setUpAll(Sandbank bank) {}

        @Test
        @WithSandbank("uphold")
        void test(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class OnLifecycleMethod {

        @BeforeEach
        @WithSandbank("apiture")
        void setUp(Sandbank bank) {}

        @Test
        void test() {}
    }
}
