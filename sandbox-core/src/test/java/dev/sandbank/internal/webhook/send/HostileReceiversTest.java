package dev.sandbank.internal.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.webhook.send.PostOutcome.Answered;
import dev.sandbank.internal.webhook.send.PostOutcome.Unanswered;
import dev.sandbank.internal.webhook.send.RawReceiver.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileReceiversTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String TAKEN = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

    private final Courier courier = new Courier(ReceiverHosts.LOOPBACK);

    @AfterEach
    void close() {
        courier.close();
    }

    @Test
    void areNotWhatAGoodOneIs() throws IOException {
        try (RawReceiver receiver = RawReceiver.thatAnswers(TAKEN)) {
            PostOutcome outcome = courier.post(
                            receiver.url(), Map.of("WEBHOOK-Id", "msg_1", "X-Empty", ""), "{\"ë\": 1}", LONG)
                    .join();

            assertThat(outcome).isEqualTo(new Answered(204, ""));
            String body = new String("{\"ë\": 1}".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertThat(receiver.requests()).hasSize(1);
            assertThat(receiver.requests().get(0))
                    .startsWith("POST /hook HTTP/1.1\r\n")
                    .contains("\r\nWEBHOOK-Id: msg_1\r\n")
                    .contains("\r\nX-Empty: \r\n")
                    .doesNotContain("Upgrade")
                    .endsWith("\r\n\r\n" + body);
        }
    }

    @Test
    void thatHangAreNotWaitedFor() throws IOException {
        assertThat(outcome(connection -> waitForTheEnd(connection), SHORT))
                .isEqualTo(new Unanswered("no whole answer within PT0.3S"));
    }

    @Test
    void thatDoNotEvenTakeTheConnectionAreNotWaitedFor() throws IOException {
        try (RawReceiver receiver = RawReceiver.thatDoesNotRead(RawReceiver.DEAF)) {
            assertThat(courier.post(receiver.url(), Map.of(), "{}", SHORT).join())
                    .isEqualTo(new Unanswered("no whole answer within PT0.3S"));
        }
    }

    @Test
    void thatDripTheHeadAreNotWaitedFor() throws IOException {
        assertThat(outcome(connection -> drip(connection, "HTTP/1.1 200 OK\r\n", "X-Drop: 1\r\n"), SHORT))
                .isEqualTo(new Unanswered("no whole answer within PT0.3S"));
    }

    @Test
    void thatDripTheContentAreNotWaitedFor() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";

        assertThat(outcome(connection -> drip(connection, head, "."), SHORT))
                .isEqualTo(new Unanswered("no whole answer within PT0.3S"));
    }

    @Test
    void thatSendWithoutEndAreCutOff() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n";
        try (RawReceiver receiver = RawReceiver.that(connection -> flood(connection, head))) {
            PostOutcome outcome =
                    courier.post(receiver.url(), Map.of(), "{}", LONG).join();

            assertThat(outcome).isEqualTo(new Answered(200, "x".repeat(64 * 1024)));
            assertThat(receiver.cutOff.join()).isTrue();
        }
    }

    @Test
    void thatRedirectAreNotFollowed() throws IOException {
        for (int status : List.of(301, 302, 303, 307, 308)) {
            String answer = "HTTP/1.1 " + status
                    + " Away\r\nLocation: /other\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            try (RawReceiver receiver = RawReceiver.thatAnswers(answer)) {
                PostOutcome outcome =
                        courier.post(receiver.url(), Map.of(), "{}", LONG).join();

                assertThat(outcome).isEqualTo(new Answered(status, ""));
                assertThat(outcome).matches(answered -> !((Answered) answered).isTaken());
                assertThat(receiver.requests()).hasSize(1);
            }
        }
    }

    @Test
    void thatResetOrCloseOrBabbleHaveNotAnswered() throws IOException {
        Unanswered broke = new Unanswered("the connection broke, or the answer was not HTTP");

        assertThat(outcome(
                        connection -> {
                            connection.setSoLinger(true, 0);
                            connection.close();
                        },
                        LONG))
                .isEqualTo(broke);
        assertThat(outcome(Socket::close, LONG)).isEqualTo(broke);
        assertThat(outcome(
                        connection -> {
                            RawReceiver.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfive.");
                            connection.close();
                        },
                        LONG))
                .isEqualTo(broke);
        assertThat(outcome(
                        connection -> {
                            RawReceiver.write(connection, "SSH-2.0-OpenSSH_9.0\r\n\r\n");
                            connection.close();
                        },
                        LONG))
                .isEqualTo(broke);
    }

    @Test
    void thatCloseBeforeTheyReadHaveNotAnswered() throws IOException {
        try (RawReceiver receiver = RawReceiver.thatDoesNotRead(Socket::close)) {
            assertThat(courier.post(receiver.url(), Map.of(), "{}", LONG).join())
                    .isInstanceOf(Unanswered.class);
        }
    }

    @Test
    void thatAreNotThereHaveNotAnswered() throws IOException {
        try (Socket boundAndNotListening = new Socket()) {
            boundAndNotListening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI url = URI.create("http://127.0.0.1:" + boundAndNotListening.getLocalPort() + "/hook");

            assertThat(courier.post(url, Map.of(), "{}", LONG).join()).isEqualTo(new Unanswered("no connection"));
        }
    }

    @Test
    void getNoMoreThanEightRequestsAtATime() throws IOException {
        Crowd crowd = new Crowd();
        try (RawReceiver receiver = RawReceiver.that(crowd)) {
            List<CompletableFuture<PostOutcome>> outcomes = new ArrayList<>();
            for (int post = 0; post < 40; post++) {
                outcomes.add(courier.post(receiver.url(), Map.of(), "{}", LONG));
            }
            await(crowd.eight);
            crowd.release.countDown();

            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.join()).isEqualTo(new Answered(204, "")));
            assertThat(crowd.most).hasValue(Courier.MOST_UNDER_WAY);
        }
    }

    @Test
    void letNoMoreThanAThousandRequestsWait() throws IOException {
        Crowd crowd = new Crowd();
        try (RawReceiver receiver = RawReceiver.that(crowd)) {
            List<CompletableFuture<PostOutcome>> outcomes = new ArrayList<>();
            for (int post = 0; post < Courier.MOST_UNDER_WAY + Courier.MOST_WAITING; post++) {
                outcomes.add(courier.post(receiver.url(), Map.of(), "{}", LONG));
            }

            assertThat(courier.post(receiver.url(), Map.of(), "{}", LONG))
                    .isCompletedWithValue(new Unanswered("not sent: 1000 others are waiting"));
            assertThat(outcomes).noneMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void costOtherSandboxesNothing() throws IOException {
        Crowd crowd = new Crowd();
        try (RawReceiver hanging = RawReceiver.that(crowd);
                RawReceiver good = RawReceiver.thatAnswers(TAKEN);
                Courier other = new Courier(ReceiverHosts.LOOPBACK)) {
            for (int post = 0; post < 100; post++) {
                var unused = courier.post(hanging.url(), Map.of(), "{}", LONG);
            }
            await(crowd.eight);

            assertThat(other.post(good.url(), Map.of(), "{}", LONG).join()).isEqualTo(new Answered(204, ""));
        }
    }

    @Test
    void areLeftWhenTheSandboxCloses() throws IOException {
        Crowd crowd = new Crowd();
        try (RawReceiver hanging = RawReceiver.that(crowd)) {
            List<CompletableFuture<PostOutcome>> outcomes = new ArrayList<>();
            for (int post = 0; post < 20; post++) {
                outcomes.add(courier.post(hanging.url(), Map.of(), "{}", LONG));
            }
            await(crowd.eight);

            courier.close();

            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.join()).isInstanceOf(Unanswered.class))
                    .extracting(CompletableFuture::join)
                    .containsOnly(new Unanswered("the sandbox closed"), new Unanswered("not sent: the sandbox closed"));
            assertThat(courier.post(hanging.url(), Map.of(), "{}", LONG).join())
                    .isEqualTo(new Unanswered("not sent: the sandbox is closed"));
            assertThat(hanging.requests()).hasSize(Courier.MOST_UNDER_WAY);
        }
    }

    @Test
    void areNotSentWhatIsNoHttp() throws IOException {
        try (RawReceiver receiver = RawReceiver.thatAnswers(TAKEN)) {
            assertThat(courier.post(receiver.url(), Map.of("X-Type", "a\r\nX-Other: b"), "{}", LONG)
                            .join())
                    .isInstanceOfSatisfying(
                            Unanswered.class, told -> assertThat(told.why()).startsWith("not sent: "));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    private PostOutcome outcome(Script script, Duration atMost) throws IOException {
        try (RawReceiver receiver = RawReceiver.that(script)) {
            return courier.post(receiver.url(), Map.of(), "{}", atMost).join();
        }
    }

    private static void waitForTheEnd(Socket connection) throws IOException {
        if (connection.getInputStream().read() >= 0) {
            throw new IOException("more than one request");
        }
    }

    private static void drip(Socket connection, String head, String drop) throws IOException {
        RawReceiver.write(connection, head);
        while (true) {
            RawReceiver.write(connection, drop);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static void flood(Socket connection, String head) throws IOException {
        RawReceiver.write(connection, head);
        String part = "x".repeat(1 << 20);
        for (int sent = 0; sent < 1 << 10; sent++) {
            RawReceiver.write(connection, part);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers nobody until it is released, and counts how many wait. */
    private static final class Crowd implements Script {

        final CountDownLatch eight = new CountDownLatch(Courier.MOST_UNDER_WAY);
        final CountDownLatch release = new CountDownLatch(1);
        final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger here = new AtomicInteger();

        @Override
        public void play(Socket connection) throws IOException {
            most.accumulateAndGet(here.incrementAndGet(), Math::max);
            eight.countDown();
            await(release);
            here.decrementAndGet();
            RawReceiver.write(connection, TAKEN);
        }
    }
}
