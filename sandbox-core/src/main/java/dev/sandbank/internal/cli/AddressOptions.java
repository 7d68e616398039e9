package dev.sandbank.internal.cli;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for where to listen, and for the URLs that callers use. */
final class AddressOptions {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = {
                "The port. 0 means any free port. Default: ${DEFAULT-VALUE}.",
                "With several banks it is the port of the first; the others get the next ports, in the order of the command line."
            })
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host = "";

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = {
                "The URL that callers use, if a proxy or a port mapping is in front of the sandbox.",
                "Sandbank replaces {port} in it by the port."
            })
    private @Nullable String publicUrl;

    @Option(
            names = "--public-host",
            paramLabel = "NAME",
            description = {
                "A further host name that callers use. Its callers get an issuer, links and tokens with this name.",
                "Add the port if it is not the sandbox's own, as in localhost:18080. May be repeated."
            })
    private List<String> publicHosts = List.of();

    @Option(names = "--https", description = "Use https, with a new certificate at each start.")
    private boolean https;

    @Option(
            names = "--certificate-out",
            paramLabel = "FILE",
            description = "The file to write the certificate to that clients must trust, as PEM.")
    private @Nullable Path certificate;

    /**
     * Sets the address of one bank.
     *
     * @param place how many banks come before this one; their ports follow each other
     * @param control the options for the control API there
     * @param controlled whether the bank's fixture has the control API on
     */
    void tell(SandbankBuilder builder, int place, ControlOptions control, boolean controlled) {
        if (host.isBlank()) {
            throw new UsageException("--host is empty");
        }
        if (certificate != null && !https) {
            throw new UsageException("--certificate-out needs --https");
        }
        if (place > 0 && publicUrl != null && !publicUrl.contains("{port}")) {
            throw new UsageException(
                    "with several banks, --public-url must contain {port}, as in http://bank.example.test:{port}");
        }
        try {
            builder.host(host).port(port == 0 ? 0 : port + place);
            if (publicUrl != null) {
                builder.publicUrl(publicUrl);
            }
            builder.publicHost(publicHosts.toArray(String[]::new));
            if (https) {
                builder.https();
            }
            control.tell(builder, othersReachIt() && controlled);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    /** Writes the certificate for clients, if the user wants it. */
    void publish(List<Sandbank> banks) throws IOException {
        if (certificate != null) {
            Files.writeString(
                    certificate, banks.stream().map(Sandbank::certificate).collect(Collectors.joining()));
        }
    }

    /** Returns a warning if other machines can reach the sandbox, because its secrets are public. */
    Optional<String> warning() {
        return othersReachIt()
                ? Optional.of("sandbank: warning: " + TerminalText.of(host)
                        + " is not a loopback address; anyone who can reach it can use all clients of the fixture")
                : Optional.empty();
    }

    /** Whether other machines can reach the address; not if it cannot be resolved, because then the start fails. */
    private boolean othersReachIt() {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
