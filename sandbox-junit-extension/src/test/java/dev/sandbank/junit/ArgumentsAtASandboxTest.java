package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.internal.lifecycle.AtSandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;

class ArgumentsAtASandboxTest {

    @Test
    void arriveAtTheSandboxOfTheirTestAndLeaveIt() {
        SampleRun run = SampleRun.passing(Visited.class);

        assertThat(run.sandboxes("visited")).hasSize(2);
        assertThat(run.sightings()).noneMatch(Sighting::isStillOpen);
    }

    @Test
    void startASandboxIfNobodyElseAsks() {
        SampleRun run = SampleRun.passing(Alone.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(4);
    }

    @Test
    void arriveAtASharedSandboxToo() {
        SampleRun run = SampleRun.passing(Sharing.class);

        assertThat(run.sandboxes()).hasSize(1);
    }

    @Test
    void doNotLeaveATestThatFailed() {
        SampleRun run = SampleRun.of(Failing.class);

        assertThat(run.failures()).hasSize(2).allMatch(failure -> "the test itself".equals(failure.getMessage()));
    }

    @Test
    void failATestByLeavingIt() {
        SampleRun run = SampleRun.of(Unhappy.class);

        assertThat(run.failures())
                .singleElement()
                .isInstanceOf(AssertionError.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("three left in a bad mood");
    }

    @Test
    void areToldWhatToWriteIfThereIsNoSandbox() {
        SampleRun run = SampleRun.of(Undeclared.class);

        assertThat(run.failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(ParameterResolutionException.class)
                        .hasMessageContaining("Undeclared.undeclared(", "write @WithSandbank("));
    }

    @Sample
    @WithSandbank("uphold")
    static class Visited {

        @Visitors({"one", "two"})
        @ParameterizedTest
        void visited(Visitor visitor, Sandbank bank, Witness witness) {
            witness.sees(bank);
            assertThat(visitor.story).containsExactly("arrived");
            assertThat(visitor.at).isSameAs(bank);
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class Alone {

        @Visitors({"one", "two"})
        @ParameterizedTest
        void alone(Visitor visitor) {
            assertThat(visitor.at.bankName()).isEqualTo("uphold");
        }

        @Nested
        class Inner {

            @WithSandbank("apiture")
            @Visitors({"one", "two"})
            @ParameterizedTest
            void inner(Visitor visitor) {
                assertThat(visitor.at.bankName()).isEqualTo("apiture");
            }
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class Sharing {

        @BeforeAll
        static void setUpAll(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }

        @BeforeEach
        void setUp(Witness witness) {}

        @Visitors({"one", "two"})
        @ParameterizedTest
        void sharing(Visitor visitor, Witness witness) {
            witness.sees(visitor.at);
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class Failing {

        @Visitors({"bad", "bad"})
        @ParameterizedTest
        void failing(Visitor visitor) {
            throw new AssertionError("the test itself");
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class Unhappy {

        @Visitors({"three bad", "four"})
        @ParameterizedTest
        void unhappy(Visitor visitor) {}
    }

    @Sample
    static class Undeclared {

        @Visitors({"one", "two"})
        @ParameterizedTest
        void undeclared(Visitor visitor) {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ArgumentsSource(Door.class)
    @ExtendWith(SandbankExtension.class)
    @interface Visitors {

        String[] value();
    }

    static final class Door implements ArgumentsProvider {

        @Override
        public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
            Visitors visitors = context.getRequiredTestMethod().getAnnotation(Visitors.class);
            return Stream.of(visitors.value()).map(Visitor::new).map(Arguments::of);
        }
    }

    static final class Visitor implements AtSandbank {

        private final String name;
        private final List<String> story = new ArrayList<>();
        private Sandbank at;

        Visitor(String name) {
            this.name = name;
        }

        @Override
        public void beforeCall(Sandbank bank) {
            at = bank;
            story.add("arrived");
        }

        @Override
        public void afterCall(Sandbank bank) {
            assertThat(bank).isSameAs(at);
            assertThat(story).containsExactly("arrived");
            if (name.endsWith("bad")) {
                throw new AssertionError(name.replace(" bad", " left in a bad mood"));
            }
        }
    }
}
