package dev.sandbank.internal.webhook.send;

import dev.sandbank.internal.webhook.send.PostOutcome.Answered;
import dev.sandbank.internal.webhook.send.PostOutcome.Unanswered;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts what one sandbox sends, at most eight requests at a time. It follows no redirect, uses no proxy, reads little
 * of an answer, and waits only so long for it. What a receiver does costs nobody but its own sandbox anything.
 *
 * <p>Safe for use by many threads.
 */
public final class Courier implements AutoCloseable {

    /** How many requests of a sandbox can be under way at a time. */
    public static final int MOST_UNDER_WAY = 8;

    /** How many more can wait. */
    public static final int MOST_WAITING = 1000;

    private final ReceiverHosts hosts;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final List<CompletableFuture<?>> underWay = new ArrayList<>();
    private int started;
    private boolean closed;

    private record Job(HttpRequest request, Duration atMost, CompletableFuture<PostOutcome> outcome) {

        void failed(String why) {
            outcome.complete(new Unanswered(why));
        }
    }

    public Courier(ReceiverHosts hosts) {
        this.hosts = hosts;
    }

    /**
     * Posts a text, as soon as fewer than {@link #MOST_UNDER_WAY} requests are under way.
     *
     * @param atMost how long the whole exchange may take, once it has begun
     * @return what became of it; never completes exceptionally, and at the latest when this closes
     */
    public CompletableFuture<PostOutcome> post(URI url, Map<String, String> headers, String body, Duration atMost) {
        CompletableFuture<PostOutcome> outcome = new CompletableFuture<>();
        hosts.refusal(url)
                .ifPresentOrElse(
                        why -> outcome.complete(new Unanswered("not sent: " + why)),
                        () -> enqueue(url, headers, body, atMost, outcome));
        return outcome;
    }

    private void enqueue(
            URI url,
            Map<String, String> headers,
            String body,
            Duration atMost,
            CompletableFuture<PostOutcome> outcome) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(url).timeout(atMost).POST(BodyPublishers.ofString(body));
            headers.forEach(request::setHeader);
            add(new Job(request.build(), atMost, outcome));
        } catch (IllegalArgumentException bad) {
            outcome.complete(new Unanswered("not sent: " + bad.getMessage()));
        }
    }

    private void add(Job job) {
        String refusal = queued(job);
        if (refusal == null) {
            startNext();
        } else {
            job.failed("not sent: " + refusal);
        }
    }

    /** Returns why a request cannot wait, or null if it does. */
    private synchronized @Nullable String queued(Job job) {
        if (closed) {
            return "the sandbox is closed";
        }
        if (waiting.size() >= MOST_WAITING) {
            return MOST_WAITING + " others are waiting";
        }
        waiting.add(job);
        return null;
    }

    private void startNext() {
        for (Job job = next(); job != null; job = next()) {
            start(job);
        }
    }

    private synchronized @Nullable Job next() {
        if (closed || started >= MOST_UNDER_WAY || waiting.isEmpty()) {
            return null;
        }
        started++;
        return waiting.remove();
    }

    private void start(Job job) {
        CompletableFuture<HttpResponse<String>> exchange =
                SharedHttp.ofProcess().send(job.request());
        CompletableFuture<HttpResponse<String>> bounded =
                exchange.copy().orTimeout(job.atMost().toNanos(), TimeUnit.NANOSECONDS);
        if (!begun(bounded)) {
            bounded.cancel(true);
        }
        var unused = bounded.handleAsync(
                (response, failure) -> {
                    exchange.cancel(true);
                    ended(bounded);
                    job.outcome().complete(outcome(response, failure, job.atMost()));
                    startNext();
                    return null;
                },
                SharedHttp.ofProcess().threads());
    }

    private synchronized boolean begun(CompletableFuture<?> exchange) {
        underWay.add(exchange);
        return !closed;
    }

    private synchronized void ended(CompletableFuture<?> exchange) {
        underWay.removeIf(one -> one == exchange);
        started--;
    }

    private static PostOutcome outcome(
            @Nullable HttpResponse<String> response, @Nullable Throwable failure, Duration atMost) {
        if (response != null) {
            return new Answered(response.statusCode(), response.body());
        }
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return new Unanswered("no whole answer within " + atMost);
        }
        if (cause instanceof ConnectException) {
            return new Unanswered("no connection");
        }
        return new Unanswered(
                cause instanceof IOException
                        ? "the connection broke, or the answer was not HTTP"
                        : "the sandbox closed");
    }

    /** Ends what is under way, and forgets what waits. */
    @Override
    public void close() {
        List<CompletableFuture<?>> ending;
        List<Job> dropped;
        synchronized (this) {
            closed = true;
            ending = new ArrayList<>(underWay);
            dropped = new ArrayList<>(waiting);
            waiting.clear();
        }
        dropped.forEach(job -> job.failed("not sent: the sandbox closed"));
        ending.forEach(exchange -> exchange.cancel(true));
    }
}
