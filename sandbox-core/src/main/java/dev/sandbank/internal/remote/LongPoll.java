package dev.sandbank.internal.remote;

import dev.sandbank.internal.time.TimeLimits;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Waits for something at a server, by requests that the server answers when it is there.
 *
 * @param api the server
 * @param over ends the wait
 */
record LongPoll(RemoteApi api, CompletableFuture<Void> over) {

    /** The length of one request that waits; a longer wait is several. After a caller gives up, the server waits at most this long. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final int TOO_MANY = 429;
    private static final long PAUSE_MILLIS = 100;

    static LongPoll of(RemoteApi api, Duration atMost) {
        CompletableFuture<Void> over = new CompletableFuture<Void>()
                .completeOnTimeout(null, TimeLimits.wait(atMost).toNanos(), TimeUnit.NANOSECONDS);
        return new LongPoll(api, over);
    }

    boolean isOver() {
        return over.isDone();
    }

    /** Sends a call that waits, until it is answered or the wait is over. */
    void look(RemoteApi.Call call) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> more =
                call.with("wait", LOOK.toString()).soon();
        try {
            CompletableFuture.anyOf(more.thenCompose(LongPoll::looked), over).get();
        } catch (ExecutionException told) {
            throw RemoteReply.unreachable(api.url(), told);
        } finally {
            more.cancel(true);
        }
    }

    /** Ends a look. If the server has too many waiting requests, the next look has to come a little later. */
    private static CompletableFuture<Void> looked(HttpResponse<String> reply) {
        CompletableFuture<Void> looked = new CompletableFuture<>();
        return looked.completeOnTimeout(null, reply.statusCode() == TOO_MANY ? PAUSE_MILLIS : 0, TimeUnit.MILLISECONDS);
    }
}
