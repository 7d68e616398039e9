package dev.sandbank.life;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Many sandboxes in one JVM, side by side and one after the other; alone, because it looks at the whole process. */
@Isolated
class ThousandSandboxesTest {

    private static final int MANY = 1000;
    private static final int CYCLES = 500;
    /** Far less than these sandboxes would hold, far more than what the collector may leave. */
    private static final long BOUND = 12L * 1024 * 1024;

    @Test
    void standSideBySideWithPortsAndStateOfTheirOwn() {
        List<Sandbank> all = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                all.add(Sandbank.start("uphold"));
            }
            Set<URI> urls = all.stream().map(Sandbank::baseUrl).collect(Collectors.toSet());
            assertThat(urls).hasSize(MANY);
            for (int i = 0; i < MANY; i += 10) {
                String token = all.get(i).tokens().forClient("ada-only");
                assertThat(get(all.get(i), "/core/users/me").bearer(token)).hasStatus(200);
                assertThat(get(all.get(MANY - 1 - i), "/core/users/me").bearer(token))
                        .hasStatus(401);
            }
        } finally {
            all.forEach(Sandbank::close);
        }
    }

    @Test
    void leaveNothingBehindOnceTheyAreClosed() {
        cycles(100);
        long afterHundred = usedHeap();
        long threads = ourThreads();
        List<Integer> ports = cycles(CYCLES);

        assertThat(usedHeap() - afterHundred).as("bytes of heap").isLessThan(BOUND);
        assertThat(ourThreads()).isLessThanOrEqualTo(Math.max(threads, 16));
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("H2"));
        // Some other process may have been given one of them since.
        assertThat(ports.subList(CYCLES - 50, CYCLES).stream().filter(ThousandSandboxesTest::isFree))
                .hasSizeGreaterThan(40);
    }

    private static List<Integer> cycles(int times) {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            try (Sandbank bank = Sandbank.start(i % 2 == 0 ? "uphold" : "apiture")) {
                bank.tokens().forClient(i % 2 == 0 ? "payouts" : "back-office");
                ports.add(bank.baseUrl().getPort());
            }
        }
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static long ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sandbank"))
                .count();
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
