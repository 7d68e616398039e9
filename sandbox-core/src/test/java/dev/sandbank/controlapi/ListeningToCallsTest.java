package dev.sandbank.controlapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Calls as server-sent events. */
class ListeningToCallsTest {

    private static final int SEATS = 16;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void tellsOfTheCallsSoFarAndThenOfEachNewOne() throws Exception {
        HttpCall.get(bank, "/banking/accounts").send();
        try (Listener listener = listen("/calls", "")) {
            assertThat(listener.numbers()).containsExactly(1);

            HttpCall.tokenRequest(bank).send();

            assertThat(listener.numbers()).containsExactly(2);
            assertThat(listener.head().headers().firstValue("Content-Type")).contains("text/event-stream");
        }
    }

    @Test
    void tellsOnlyOfTheCallsThatItIsAskedFor() throws Exception {
        try (Listener listener = listen("/calls?refusal=token-missing", "")) {
            HttpCall.tokenRequest(bank).send();
            HttpCall.get(bank, "/banking/accounts").send();

            assertThat(listener.numbers()).containsExactly(2);
        }
    }

    @Test
    void goesOnAfterTheLastEventThatABrowserHad() throws Exception {
        HttpCall.get(bank, "/banking/accounts").send();
        HttpCall.get(bank, "/banking/accounts").send();

        try (Listener listener = listen("/calls?since=0", "1")) {
            assertThat(listener.numbers()).containsExactly(2);
        }
    }

    @Test
    void tellsThatTheNumbersBeginAgain() throws Exception {
        HttpCall.get(bank, "/banking/accounts").send();
        try (Listener listener = listen("/calls", "")) {
            assertThat(listener.numbers()).containsExactly(1);

            bank.journal().clear();
            HttpCall.get(bank, "/banking/accounts").send();

            assertThat(listener.next("event: ")).isEqualTo("cleared");
            assertThat(listener.numbers()).containsExactly(1);
        }
        try (Listener late = listen("/calls", "7")) {
            assertThat(late.next("event: ")).isEqualTo("cleared");
        }
    }

    @Test
    void hasAnEndOfSeatsWhichThoseWhoLeaveGiveBack() throws Exception {
        List<Listener> all = new ArrayList<>();
        for (int i = 0; i < SEATS; i++) {
            all.add(listen("/calls", ""));
        }
        assertThat(listen("/calls", "").head().statusCode()).isEqualTo(429);

        all.forEach(Listener::close);

        assertThat(Stream.generate(this::seenAfterACall).limit(1000).anyMatch(status -> status == 200))
                .isTrue();
    }

    /** The server notices that somebody left when it tells of a call. */
    private int seenAfterACall() {
        HttpCall.get(bank, "/banking/accounts").send();
        try (Listener listener = listen("/calls", "")) {
            return listener.head().statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void holdsNoGracefulEndUp() throws Exception {
        try (Listener listener = listen("/calls", "")) {
            CompletableFuture<Void> closed =
                    CompletableFuture.runAsync(() -> bank.closeGracefully(Duration.ofMinutes(1)));

            assertThat(listener.rest()).doesNotContain("event: calls");
            assertThat(closed).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void isNoWait() throws Exception {
        assertThat(listen("/calls?wait=PT1S", "").head().statusCode()).isEqualTo(400);
    }

    private Listener listen(String target, String last) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(bank.baseUrl() + "/_sandbank/api" + target))
                .header("Accept", "text/event-stream");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        HttpResponse<Stream<String>> head = CLIENT.send(request.build(), BodyHandlers.ofLines());
        return new Listener(head, head.body().iterator());
    }

    private record Listener(HttpResponse<Stream<String>> head, Iterator<String> lines) implements AutoCloseable {

        /** The rest of the next line that begins so. */
        String next(String begin) {
            String line = lines.next();
            while (!line.startsWith(begin)) {
                line = lines.next();
            }
            return line.substring(begin.length());
        }

        /** The numbers of the calls of the next event. */
        List<Integer> numbers() {
            JsonNode told = Answer.parse(next("data: {\"calls\"").replaceFirst("^", "{\"calls\""));
            return told.path("calls")
                    .valueStream()
                    .map(call -> call.path("number").asInt())
                    .toList();
        }

        List<String> rest() {
            List<String> rest = new ArrayList<>();
            lines.forEachRemaining(rest::add);
            return rest;
        }

        @Override
        public void close() {
            head.body().close();
        }
    }
}
