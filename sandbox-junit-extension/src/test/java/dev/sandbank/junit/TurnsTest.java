package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnsTest {

    private static final String ADA = "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";
    private static final String WORLD = "dev/sandbank/junit/turns.yaml";
    private static final int THREADS = 8;

    /** The test that holds the sandbox of this JVM; the samples run in several runs at once, which share it. */
    private static final AtomicInteger HOLDERS = new AtomicInteger();

    @Test
    void keepTestsOfOneJvmWideSandboxApart() {
        SampleRun run = SampleRun.passingInParallel(THREADS, Many.class, MoreOfThem.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(58);
    }

    @Test
    void areGivenBackByTestsThatFail() {
        SampleRun run = SampleRun.inParallel(THREADS, FailInSetUp.class, FailThemselves.class, FailInTearDown.class);

        assertThat(run.failures()).hasSize(9);
        assertThat(SampleRun.passing(Many.class).failures()).isEmpty();
    }

    @Test
    void lastForAllDynamicTestsOfAFactory() {
        SampleRun run = SampleRun.passingInParallel(THREADS, Factories.class, Many.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(6 + 33);
    }

    @Test
    void areRefusedToDynamicTestsInParallel() {
        SampleRun run = SampleRun.inParallel(THREADS, ConcurrentFactory.class);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("ConcurrentFactory.factory()", "write @Execution(SAME_THREAD) on the method");
    }

    @Test
    void areNoMatterToDynamicTestsIfNothingRunsInParallel() {
        SampleRun run = SampleRun.passing(ConcurrentFactory.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(3);
    }

    /** A test in its turn: no other test is there, and no change of another is left. */
    abstract static class Holding {

        @BeforeEach
        void setUp(Sandbank bank) {
            assertThat(HOLDERS.incrementAndGet()).isEqualTo(1);
            assertThat(bank.user(ADA).status()).isEqualTo("active");
            assertThat(bank.journal().calls()).isEmpty();
            bank.user(ADA).block();
        }

        @AfterEach
        void tearDown() {
            assertThat(HOLDERS.decrementAndGet()).isZero();
        }
    }

    @Sample
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    static class Many extends Holding {

        @RepeatedTest(20)
        void repeated(Sandbank bank) {
            assertThat(bank.user(ADA).status()).isEqualTo("blocked");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void parameterized(int number, Sandbank bank) {
            assertThat(bank.user(ADA).status()).isEqualTo("blocked");
        }

        @Nested
        class Inner {

            @RepeatedTest(10)
            void inner(Sandbank bank) {
                assertThat(bank.user(ADA).status()).isEqualTo("blocked");
            }
        }
    }

    @Sample
    @Execution(ExecutionMode.CONCURRENT)
    @TestInstance(Lifecycle.PER_CLASS)
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    static class MoreOfThem extends Holding {

        @RepeatedTest(25)
        void alsoRepeated(Sandbank bank) {
            assertThat(bank.user(ADA).status()).isEqualTo("blocked");
        }
    }

    @Sample
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    static class FailInSetUp {

        @BeforeEach
        void setUp() {
            throw new AssertionError("on purpose");
        }

        @RepeatedTest(3)
        void test() {}
    }

    @Sample
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    static class FailThemselves {

        @RepeatedTest(3)
        void test() {
            throw new AssertionError("on purpose");
        }
    }

    @Sample
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    static class FailInTearDown {

        @RepeatedTest(3)
        void test() {}

        @AfterEach
        void tearDown() {
            throw new AssertionError("on purpose");
        }
    }

    @Sample
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    static class Factories extends Holding {

        @TestFactory
        @Execution(ExecutionMode.SAME_THREAD)
        Stream<DynamicTest> one(Sandbank bank) {
            return dynamic(bank);
        }

        @TestFactory
        @Execution(ExecutionMode.SAME_THREAD)
        Stream<DynamicTest> other(Sandbank bank) {
            return dynamic(bank);
        }

        private static Stream<DynamicTest> dynamic(Sandbank bank) {
            return IntStream.range(0, 3)
                    .mapToObj(number -> DynamicTest.dynamicTest("test " + number, () -> {
                        assertThat(HOLDERS).hasValue(1);
                        assertThat(bank.user(ADA).status()).isEqualTo("blocked");
                    }));
        }
    }

    @Sample
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    static class ConcurrentFactory {

        @TestFactory
        Stream<DynamicTest> factory() {
            return IntStream.range(0, 3).mapToObj(number -> DynamicTest.dynamicTest("test " + number, () -> {}));
        }
    }
}
