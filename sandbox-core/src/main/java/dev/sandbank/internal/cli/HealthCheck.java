package dev.sandbank.internal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.fixture.source.Sources;
import dev.sandbank.internal.site.Health;
import dev.sandbank.internal.text.BoundedJson;
import dev.sandbank.internal.tls.ServerIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code health}: asks a running sandbox whether it is ready, for containers that have no other program for that. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Asks a running sandbox whether it is ready, and prints the answer in one line.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is ready", "1:it is not ready, or nothing answers there", "2:the command line is wrong"})
final class HealthCheck implements Callable<Integer> {

    private static final int MOST_SECONDS = 600;
    private static final int LONGEST_REPLY = 1_000;
    private static final int LAST_PORT = 65_535;
    private static final int OK = 200;

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(
            paramLabel = "URL",
            arity = "0..1",
            defaultValue = "http://127.0.0.1:8080",
            description = "The URL of the sandbox. Default: ${DEFAULT-VALUE}.")
    private String url = "";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long to wait for the answer. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "For an https URL: the certificate to trust, which serve --certificate-out wrote.")
    private @Nullable String certificate;

    HealthCheck(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new UsageException("--timeout must be 1 to " + MOST_SECONDS + " seconds, not " + seconds);
        }
        HttpRequest request = request();
        try {
            return told(http().sendAsync(request, BodyHandlers.ofInputStream())
                    .thenApply(HealthCheck::objection)
                    .get(seconds, TimeUnit.SECONDS));
        } catch (TimeoutException late) {
            return told("nothing answered within " + seconds + " s");
        } catch (ExecutionException failed) {
            return told(reason(failed));
        }
    }

    private HttpClient http() {
        HttpClient.Builder http = HttpClient.newBuilder().version(Version.HTTP_1_1);
        try {
            return certificate == null
                    ? http.build()
                    : http.sslContext(ServerIdentity.trusting(
                                    Sources.file(certificate).text()))
                            .build();
        } catch (FixtureException unreadable) {
            throw new UsageException("--certificate " + unreadable.problems().get(0));
        } catch (IllegalArgumentException unreadable) {
            throw new UsageException("--certificate must be a PEM certificate, and this file cannot be read as one: "
                    + unreadable.getMessage());
        }
    }

    private HttpRequest request() {
        try {
            URI asked = URI.create((url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + Health.BASE);
            if (asked.getRawUserInfo() == null && asked.getPort() <= LAST_PORT) {
                return HttpRequest.newBuilder(asked).build();
            }
        } catch (IllegalArgumentException wrong) {
            // reported below
        }
        String shown = url.substring(url.lastIndexOf('@') + 1);
        throw new UsageException("URL must be an http or https URL without a user, such as http://127.0.0.1:8080, not "
                + (shown.equals(url) ? url : "…@" + shown));
    }

    /** Returns why a reply is not from a sandbox that is ready; empty if it is. */
    private static String objection(HttpResponse<InputStream> reply) {
        try (InputStream body = reply.body()) {
            String text = new String(body.readNBytes(LONGEST_REPLY), StandardCharsets.UTF_8);
            JsonNode ready =
                    BoundedJson.find(text).map(told -> told.path("ready")).orElse(null);
            if (ready == null || !ready.isBoolean()) {
                return "the server there is not a sandbox: it answered " + reply.statusCode();
            }
            return ready.booleanValue() && reply.statusCode() == OK ? "" : "it no longer takes calls";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the reason in plain words: for a refused connection Java 17 has no message, and for an untrusted
     * certificate one for experts.
     */
    private static String reason(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof SSLHandshakeException) {
            return "its certificate is not trusted; name the file that serve --certificate-out wrote, with --certificate";
        }
        return cause instanceof ConnectException ? "nothing listens there" : String.valueOf(cause);
    }

    private int told(String objection) {
        if (objection.isEmpty()) {
            out.println("sandbank: ready at " + TerminalText.of(url));
            return ExitCode.OK;
        }
        err.println("sandbank: not ready at " + TerminalText.of(url + ": " + objection));
        return ExitCode.SOFTWARE;
    }
}
