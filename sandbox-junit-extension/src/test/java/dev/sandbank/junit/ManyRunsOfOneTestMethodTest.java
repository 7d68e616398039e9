package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyRunsOfOneTestMethodTest {

    @Test
    void giveEachRepetitionItsOwnSandbox() {
        SampleRun run = SampleRun.passing(Templates.class);

        assertThat(run.sightings("repeated")).hasSize(6);
        assertThat(run.sandboxes("repeated")).hasSize(3);
    }

    @Test
    void giveEachSetOfArgumentsItsOwnSandbox() {
        SampleRun run = SampleRun.passing(Templates.class);

        assertThat(run.sightings("parameterized")).hasSize(4);
        assertThat(run.sandboxes("parameterized")).hasSize(2);
    }

    @Test
    void giveEachInvocationOfATemplateItsOwnSandbox() {
        SampleRun run = SampleRun.passing(Templates.class);

        assertThat(run.sightings("template")).hasSize(4);
        assertThat(run.sandboxes("template")).hasSize(2);
    }

    @Test
    void giveAllDynamicTestsOfAFactoryMethodOneSandbox() {
        SampleRun run = SampleRun.passing(Factories.class);

        assertThat(run.sightings("one")).hasSize(4);
        assertThat(run.sandboxes("one")).hasSize(1);
        assertThat(run.sandboxes("one", "other")).hasSize(2);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Sample
    @WithSandbank("uphold")
    static class Templates {

        @BeforeEach
        void setUp(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @RepeatedTest(3)
        void repeated(RepetitionInfo repetition, Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void parameterized(String argument, Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @TestTemplate
        @WithSandbank("apiture")
        @ExtendWith(Twice.class)
        void template(Sandbank bank, Witness witness) {
            assertThat(witness.sees(bank).bank()).isEqualTo("apiture");
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class Factories {

        @BeforeEach
        void setUp(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @TestFactory
        Stream<DynamicTest> one(Sandbank bank, Witness witness) {
            return IntStream.range(0, 3)
                    .mapToObj(number -> DynamicTest.dynamicTest(
                            "test " + number,
                            () -> assertThat(witness.sees(bank).isStillOpen()).isTrue()));
        }

        @TestFactory
        Stream<DynamicTest> other(Sandbank bank, Witness witness) {
            return Stream.of(DynamicTest.dynamicTest("test", () -> witness.sees(bank)));
        }
    }

    static final class Twice implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new TestTemplateInvocationContext() {}, new TestTemplateInvocationContext() {});
        }
    }
}
