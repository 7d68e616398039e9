package dev.sandbank.junit;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Caller;
import dev.sandbank.junit.kit.Http;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallsOfATestTest {

    @Test
    void areThoseOfItsBeforeEachAndAfterEachMethodsToo() {
        SampleRun run = SampleRun.passing(Alone.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(2);
    }

    @Test
    void areToldApartOnASharedSandboxIfTestsRunOneByOne() {
        SampleRun run = SampleRun.passing(OneByOne.class, ByField.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(6);
    }

    @Test
    void belongToAllTestsThatShareASandboxAtATimeUnlessTheyNameTheirs() {
        SampleRun run = SampleRun.passingInParallel(2, AtATime.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(2);
    }

    @Test
    @WithSandbank("apiture")
    void areMissedWithTheNamesOfOthers(Sandbank bank, TestInfo test) {
        new Caller(bank).listAccounts("ada-batch");

        assertThatThrownBy(() -> assertThat(bank).calls().duringTest("another").haveHappened())
                .hasMessageContainingAll(
                        "Expected a call during test another, but there is none",
                        "it is during test " + TestName.of(test) + ", not during test another");
    }

    @Test
    void haveANameThatTellsWhichRunOfAMethodItIs(TestInfo test) {
        assertThat(TestName.of(test))
                .isEqualTo(CallsOfATestTest.class.getName()
                        + ".haveANameThatTellsWhichRunOfAMethodItIs"
                        + "[haveANameThatTellsWhichRunOfAMethodItIs(TestInfo)]");
    }

    @Sample
    @WithSandbank("apiture")
    static class Alone {

        @BeforeEach
        void setUp(Sandbank bank) {
            new Caller(bank).listAccounts("ada-batch");
        }

        @RepeatedTest(2)
        void test(Sandbank bank, TestInfo test) {
            new Caller(bank).listAccounts("bob-batch");

            assertThat(bank).calls().duringTest(test).hasSize(2);
        }

        @AfterEach
        void tearDown(Sandbank bank, TestInfo test) {
            assertThat(bank).calls().duringTest(test).wereAllowed().hasSize(2);
            assertThat(bank).calls().duringTest("nobody").haveNotHappened();
        }
    }

    /** The tests have no parameter for the sandbox, because they know its URL. */
    @Sample
    @WithSandbank("apiture")
    static class OneByOne {

        private static Sandbank shared;

        @BeforeAll
        static void setUpAll(Sandbank bank) {
            shared = bank;
            new Caller(bank).listAccounts("ada-batch");
            assertThat(bank.journal().lastCall().tests()).isEmpty();
        }

        @RepeatedTest(3)
        void test(TestInfo test) {
            Http.get(shared.url("listAccounts"), "none");

            assertThat(shared).calls().duringTest(test).hasSize(1);
        }

        @AfterAll
        static void tearDownAll(Sandbank bank) {
            assertThat(bank).calls().hasSize(4);
        }
    }

    @Sample
    static class ByField {

        @RegisterExtension
        static final SandbankExtension BANK = SandbankExtension.of("apiture");

        @RepeatedTest(3)
        void test(TestInfo test) {
            Http.get(BANK.sandbank().url("listAccounts"), "none");

            assertThat(BANK.sandbank()).calls().duringTest(test).hasSize(1);
        }
    }

    @Sample
    @WithSandbank(value = "apiture", lifetime = Lifetime.CLASS)
    static class AtATime {

        private static final CountDownLatch BOTH_BEGUN = new CountDownLatch(2);
        private static final CountDownLatch BOTH_CALLED = new CountDownLatch(2);

        @RepeatedTest(2)
        void test(Sandbank bank, TestInfo test) throws Exception {
            BOTH_BEGUN.countDown();
            BOTH_BEGUN.await();
            new Caller(bank).listAccounts("ada-batch");
            name(bank, TestName.of(test));
            BOTH_CALLED.countDown();
            BOTH_CALLED.await();

            assertThat(bank).calls().duringTest(test).hasSize(3);
            assertThat(bank.journal().calls().stream().map(Exchange::tests).filter(tests -> tests.size() == 1))
                    .hasSize(2);
        }

        private static void name(Sandbank bank, String test) throws IOException, InterruptedException {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(bank.url("listAccounts"))
                                    .header("Sandbank-Test", test)
                                    .build(),
                            BodyHandlers.discarding());
        }
    }
}
