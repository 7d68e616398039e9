package dev.sandbank.junit;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Http;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Five hundred tests run at once on all cores, in two classes, each with a nested one, 125 tests each. */
class FiveHundredTestsTest {

    private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());
    private static final int EACH = 125;

    @Test
    void withASandboxEachSeeTheirOwnCallsAndStateAlone() {
        SampleRun run = SampleRun.passingInParallel(THREADS, OwnOne.class, OwnOther.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(500);
        assertThat(Own.VISITS).hasSize(500).noneMatch(Visit::isStillAnswered);
    }

    @Test
    void onASharedSandboxLoseAndMixUpNothing() {
        SampleRun run = SampleRun.passingInParallel(THREADS, SharedOne.class, SharedOther.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(500);
        assertThat(Shared.VISITS).hasSize(500).noneMatch(Visit::isStillAnswered);
        assertThat(Shared.VISITS.stream().map(Visit::url).distinct()).hasSize(2);
    }

    /** A sandbox as a test saw it; any other one at its port would not know the token. */
    private record Visit(URI url, String token) {

        boolean isStillAnswered() {
            return Http.get(url, token).filter(status -> status != 401).isPresent();
        }
    }

    /** Tests that block their user, which would disturb all others in the same sandbox. */
    abstract static class Own {

        private static final Set<Visit> VISITS = ConcurrentHashMap.newKeySet();

        @BeforeEach
        void isAsTheFixtureSays(Sandbank bank) {
            assertThat(bank.user("ada").status()).isEqualTo("active");
            assertThat(bank.journal().calls()).isEmpty();
        }

        void callAndBlock(Sandbank bank, String token) {
            URI url = bank.url("listAccounts");
            VISITS.add(new Visit(url, token));
            assertThat(Http.get(url, token)).contains(200);
            bank.user("ada").block();
            assertThat(Http.get(url, token)).contains(403);
        }

        @AfterEach
        void hasItsOwnCallsAlone(Sandbank bank, TestInfo test) {
            assertThat(bank).calls().duringTest(test).hasSize(2);
            assertThat(bank).calls().hasSize(2);
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class OwnOne extends Own {

        @RepeatedTest(EACH)
        void test(Sandbank bank, @TokenFor("ada-batch") String token) {
            callAndBlock(bank, token);
        }

        @Nested
        class Inner {

            @RepeatedTest(EACH)
            void inner(Sandbank bank, @TokenFor("ada-batch") String token) {
                callAndBlock(bank, token);
            }
        }
    }

    @Sample
    @WithSandbank("apiture")
    @Execution(ExecutionMode.CONCURRENT)
    @TestInstance(Lifecycle.PER_CLASS)
    static class OwnOther extends Own {

        @RepeatedTest(EACH)
        void test(Sandbank bank, @TokenFor("ada-batch") String token) {
            callAndBlock(bank, token);
        }

        @Nested
        class Inner {

            @RepeatedTest(EACH)
            void inner(Sandbank bank, @TokenFor("ada-batch") String token) {
                callAndBlock(bank, token);
            }
        }
    }

    /** Tests that mark their calls with a header field, and revoke a token of their own. */
    abstract static class Shared {

        private static final Set<Visit> VISITS = ConcurrentHashMap.newKeySet();

        static void callAndRevoke(Sandbank bank, TestInfo test, String token, String revoked) {
            URI url = bank.url("listAccounts");
            VISITS.add(new Visit(url, token));
            bank.tokens().revoke(revoked);
            assertThat(Http.get(url, token, "Sandbank-Test", TestName.of(test))).contains(200);
            assertThat(Http.get(url, revoked, "Sandbank-Test", TestName.of(test)))
                    .contains(401);

            List<Exchange> calls = bank.journal().calls().stream()
                    .filter(call -> call.tests().equals(List.of(TestName.of(test))))
                    .toList();
            assertThat(calls).extracting(Exchange::status).containsExactly(200, 401);
        }

        @AfterAll
        static void nothingIsLost(Sandbank bank) {
            List<Exchange> calls = bank.journal().calls();
            Map<List<String>, Long> counts =
                    calls.stream().collect(Collectors.groupingBy(Exchange::tests, Collectors.counting()));
            assertThat(calls)
                    .extracting(Exchange::number)
                    .doesNotHaveDuplicates()
                    .hasSize(4 * EACH);
            assertThat(counts).hasSize(2 * EACH);
            assertThat(counts.values()).containsOnly(2L);
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class SharedOne extends Shared {

        @RepeatedTest(EACH)
        void test(
                Sandbank bank,
                TestInfo test,
                @TokenFor("ada-batch") String token,
                @TokenFor("ada-batch") String revoked) {
            callAndRevoke(bank, test, token, revoked);
        }

        @Nested
        class Inner {

            @RepeatedTest(EACH)
            void inner(
                    Sandbank bank,
                    TestInfo test,
                    @TokenFor("bob-batch") String token,
                    @TokenFor("bob-batch") String revoked) {
                callAndRevoke(bank, test, token, revoked);
            }
        }
    }

    @Sample
    @WithSandbank(value = "apiture", lifetime = Lifetime.CLASS)
    static class SharedOther extends SharedOne {}
}
