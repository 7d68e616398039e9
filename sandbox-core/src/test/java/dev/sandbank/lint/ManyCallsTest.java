package dev.sandbank.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sandbank.Change;
import dev.sandbank.Decision;
import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.Exchange;
import dev.sandbank.Finding;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.lint.Linter;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A journal as full as it can be, with mistakes of many kinds. */
class ManyCallsTest {

    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final Instant START = Instant.parse("2031-03-03T09:00:00Z");

    private final Linter linter =
            new Linter(Library.ofProcess().fixtures().read("apiture").dialect());

    private static Exchange call(long number) {
        boolean token = number % 2 == 1;
        Gate gate = new Gate(token ? "grant" : "token", Verdict.PASSED, "it");
        boolean refused = number % 4 == 0;
        Gate last = refused ? new Gate("scope", Verdict.REFUSED, "needs more") : gate;
        String operation = token ? "token" : "listAccounts";
        String client = "client-" + number % 3;
        return new Exchange(
                number,
                START.plusSeconds(number),
                token ? "POST" : "GET",
                token ? "/oidc/token" : "/banking/accounts?page=" + number % 100,
                Map.of(),
                token ? "grant_type=client_credentials" : "",
                refused ? 403 : 200,
                Map.of(),
                "{\"expires_in\": 100000}",
                new Decision(
                        operation,
                        client,
                        "",
                        List.of(gate, last),
                        refused ? "scope-missing" : "",
                        List.of(),
                        List.of(),
                        refused ? 403 : 200),
                List.of());
    }

    private static List<Exchange> calls(int size) {
        return LongStream.rangeClosed(1, size).mapToObj(ManyCallsTest::call).toList();
    }

    /** Changes that count how often somebody looks at one. */
    private static final class Changes extends AbstractList<Change> {

        private final int size;
        private long looks;

        Changes(int size) {
            this.size = size;
        }

        @Override
        public Change get(int index) {
            looks++;
            return new Change(index, START, "the clock is moved by PT1S");
        }

        @Override
        public int size() {
            return size;
        }
    }

    private long bytes(int size) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Exchange> calls = calls(size);
        long before = threads.getCurrentThreadAllocatedBytes();
        List<Finding> found = linter.findings(calls, List.of(), call -> false);
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(found).isNotEmpty();
        return taken;
    }

    @Test
    void takeTenTimesWhatATenthTakes() {
        bytes(FEW);

        assertThat(bytes(MANY)).isLessThan(15 * bytes(FEW));
    }

    @Test
    void needFewLooksAtTheChanges() {
        Changes changes = new Changes(MANY);

        linter.findings(calls(MANY), changes, call -> false);

        assertThat(changes.looks).isLessThan(20L * MANY);
    }
}
