package dev.sandbank.benchmarks;

import dev.sandbank.Sandbank;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code serve} in a process of its own. */
final class ServeProcess implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final String url;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private ServeProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static ServeProcess start(String bank, String heap) throws IOException {
        Process process = new ProcessBuilder(
                        java("java"), heap, "-jar", jar(), "serve", "--bank", bank, "--port", "0", "--quiet")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String ready = String.valueOf(out.readLine());
        return new ServeProcess(process, ready.substring(ready.lastIndexOf(' ') + 1));
    }

    private static String jar() {
        try {
            return Path.of(Sandbank.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    URI url() {
        return URI.create(url);
    }

    /** Makes so many calls of one shape, with a token of their own; returns how often each status came. */
    Map<Integer, Integer> exchange(CallShape shape, int from, int to) throws IOException, InterruptedException {
        Map<Integer, Integer> statuses = new TreeMap<>();
        String token = token(shape);
        for (int i = from; i < to; i++) {
            statuses.merge(send(shape.call(url, token, i)).statusCode(), 1, Integer::sum);
        }
        return statuses;
    }

    /** None if the sandbox has no room for it. */
    private String token(CallShape shape) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(send(shape.tokenRequest(url)).body());
        return token.find() ? token.group(1) : "none";
    }

    private HttpResponse<String> send(HttpRequest.Builder call) throws IOException, InterruptedException {
        return client.send(call.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    /** Whether it lives, and its token endpoint and a guarded operation still answer. */
    boolean answers(CallShape shape) throws InterruptedException {
        try {
            return process.isAlive()
                    && send(shape.tokenRequest(url)).statusCode() > 0
                    && send(CallShape.ORDINARY.call(url, "none", 0)).statusCode() > 0;
        } catch (IOException silent) {
            return false;
        }
    }

    /** The MiB of its heap that are in use after a full collection. */
    double heap() throws IOException {
        Process jcmd = new ProcessBuilder(java("jcmd"), String.valueOf(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        Matcher total = TOTAL.matcher(new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return total.find() ? Long.parseLong(total.group(1)) / 1024.0 / 1024.0 : Double.NaN;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
