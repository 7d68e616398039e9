package dev.sandbank.internal.webhook.send;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of this process: its idle connections and its threads, which end soon after their last work. It is
 * made when a sandbox first posts something.
 */
final class SharedHttp {

    private static final AtomicReference<@Nullable SharedHttp> PROCESS = new AtomicReference<>();

    private static final int LINGER_SECONDS = 5;

    private final ExecutorService threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, LINGER_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), SharedHttp::thread);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .executor(threads)
            .build();

    private SharedHttp() {}

    static SharedHttp ofProcess() {
        SharedHttp known = PROCESS.get();
        if (known != null) {
            return known;
        }
        synchronized (PROCESS) {
            SharedHttp made = PROCESS.get();
            if (made == null) {
                made = new SharedHttp();
                PROCESS.set(made);
            }
            return made;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sandbank-courier");
        thread.setDaemon(true);
        return thread;
    }

    Executor threads() {
        return threads;
    }

    CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
        return client.sendAsync(request, head -> new Beginning());
    }

    /** Reads the beginning of an answer, and ends the connection if there is more. */
    private static final class Beginning implements BodySubscriber<String> {

        private static final int MOST_BYTES = 64 * 1024;

        private final CompletableFuture<String> text = new CompletableFuture<>();
        private final StringBuilder read = new StringBuilder();
        private @Nullable Subscription subscription;
        private int bytes;

        @Override
        public CompletionStage<String> getBody() {
            return text;
        }

        @Override
        public void onSubscribe(Subscription told) {
            subscription = told;
            told.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : new ArrayList<>(buffers)) {
                ByteBuffer part = buffer.duplicate();
                part.limit(part.position() + Math.min(part.remaining(), MOST_BYTES - bytes));
                bytes += part.remaining();
                read.append(StandardCharsets.ISO_8859_1.decode(part));
            }
            if (bytes >= MOST_BYTES) {
                end();
            } else if (subscription != null) {
                subscription.request(1);
            }
        }

        private void end() {
            if (subscription != null) {
                subscription.cancel();
            }
            onComplete();
        }

        @Override
        public void onError(Throwable failure) {
            text.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            text.complete(new String(read.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
    }
}
