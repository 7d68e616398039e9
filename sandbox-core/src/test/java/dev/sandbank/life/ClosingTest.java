package dev.sandbank.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Closing never hangs and never throws, whatever is under way. */
class ClosingTest {

    @Test
    void cutsOffARequestThatIsBeingAnswered() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Sandbank bank = Sandbank.builder()
                .fixture("uphold")
                .onCall(call -> {
                    arrived.countDown();
                    await(go);
                })
                .start();
        ExecutorService callers = Executors.newSingleThreadExecutor();
        Future<?> answer =
                callers.submit(() -> HttpCall.get(bank, "/core/users/me").send());
        arrived.await();

        assertTimeoutPreemptively(Duration.ofSeconds(10), bank::close);

        go.countDown();
        assertThatCode(answer::get).hasRootCauseInstanceOf(IOException.class);
        callers.shutdown();
    }

    @Test
    void isToldToWhoeverGoesOn() {
        Sandbank bank = Sandbank.start("apiture");
        bank.close();

        assertThatThrownBy(() -> bank.user("ada").block())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this sandbox was closed");
    }

    @Test
    void cutsOffARequestThatIsOnlyHalfSent() throws IOException {
        Sandbank bank = Sandbank.start("uphold");
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), bank.baseUrl().getPort())) {
            byte[] half = "POST /core/accounts HTTP/1.1\r\nHost: bank\r\nContent-Length: 99\r\n\r\n{"
                    .getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(half);
            socket.setSoTimeout(10_000);

            assertTimeoutPreemptively(Duration.ofSeconds(10), bank::close);

            assertThat(ended(socket)).isTrue();
        }
    }

    @Test
    void endsTheWorkOfManyCallersWithoutAnErrorOfOurs() throws InterruptedException {
        Set<Integer> statuses = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < 10; round++) {
            Sandbank bank = Sandbank.start("uphold");
            CountDownLatch busy = new CountDownLatch(8);
            ExecutorService callers = Executors.newFixedThreadPool(4);
            for (int i = 0; i < 4; i++) {
                callers.execute(() -> callUntilClosed(bank, statuses, busy));
            }
            busy.await();

            assertTimeoutPreemptively(Duration.ofSeconds(10), bank::close);
            callers.shutdown();
            assertThat(callers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(statuses).contains(200).isSubsetOf(200, 503);
    }

    private static void callUntilClosed(Sandbank bank, Set<Integer> statuses, CountDownLatch busy) {
        String token = bank.tokens().forClient("ada-only");
        try {
            while (true) {
                URLConnection call = bank.url("core.list-accounts").toURL().openConnection();
                call.setRequestProperty("Authorization", "Bearer " + token);
                statuses.add(((HttpURLConnection) call).getResponseCode());
                busy.countDown();
            }
        } catch (IOException closed) {
            busy.countDown();
        }
    }

    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
