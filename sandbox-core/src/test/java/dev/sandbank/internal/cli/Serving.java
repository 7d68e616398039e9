package dev.sandbank.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running {@code serve}, on a free port: stopping it is what a signal would do. */
final class Serving implements AutoCloseable {

    private final Lines out = new Lines();
    private final Lines err = new Lines();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread thread;
    private final String readyLine;

    Serving(String... options) throws InterruptedException {
        this(Map.of(), options);
    }

    Serving(Map<String, String> environment, String... options) throws InterruptedException {
        this(0, environment, options);
    }

    Serving(int port, Map<String, String> environment, String... options) throws InterruptedException {
        List<String> args = new ArrayList<>(List.of("serve", "--port", String.valueOf(port)));
        args.addAll(Arrays.asList(options));
        thread = new Thread(
                () -> exitCode.complete(Main.run(
                        args.toArray(String[]::new),
                        out.stream(),
                        err.stream(),
                        new ProcessContext(environment, thread -> {}, InputStream.nullInputStream()))),
                "serve");
        thread.start();
        readyLine = out.next();
    }

    String readyLine() {
        return readyLine;
    }

    URI baseUrl() {
        return URI.create(readyLine.replaceFirst(".* ready at ", ""));
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** What it wrote after the ready line. */
    Lines out() {
        return out;
    }

    Lines err() {
        return err;
    }

    int stop() throws Exception {
        thread.interrupt();
        return exitCode.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
