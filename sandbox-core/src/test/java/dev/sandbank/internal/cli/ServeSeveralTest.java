package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several banks in one {@code serve}. */
class ServeSeveralTest {

    private static final String PUBLIC = "https://bank.example.test:{port}";

    @TempDir
    private Path folder;

    @Test
    void areReadyInTheOrderOfTheCommandLineAndEndTogether() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine.yaml"), "extends: uphold\n");

        try (Serving serving = new Serving("--bank", "uphold", "--fixture", mine.toString(), "--bank", "apiture")) {
            String second = serving.out().next();
            String third = serving.out().next();

            assertThat(serving.readyLine()).startsWith("sandbank: uphold ready at http://127.0.0.1:");
            assertThat(second).startsWith("sandbank: uphold ready at http://127.0.0.1:");
            assertThat(third).startsWith("sandbank: apiture ready at http://127.0.0.1:");
            assertThat(ask(address(third), "/banking/accounts")).contains("unauthorized");
            assertThat(serving.stop()).isZero();
        }
    }

    @Test
    void tellTheirCertificatesInOneFile() throws Exception {
        String file = folder.resolve("banks.pem").toString();

        try (Serving serving =
                new Serving("--bank", "uphold", "--bank", "apiture", "--https", "--certificate-out", file)) {
            for (URI bank : new URI[] {serving.baseUrl(), address(serving.out().next())}) {
                assertThat(Ran.command("health", bank.toString(), "--certificate", file)
                                .exitCode())
                        .isZero();
            }
        }
    }

    @Test
    void getPortsInARow() throws Exception {
        int free = firstOfTwoFreePorts();

        try (Serving serving =
                new Serving(free, Map.of(), "--bank", "apiture", "--bank", "uphold", "--public-url", PUBLIC)) {
            assertThat(serving.readyLine()).endsWith(":" + free);
            assertThat(serving.out().next()).endsWith(":" + (free + 1));
            assertThat(serving.send("GET", "/oidc/.well-known/openid-configuration")
                            .body())
                    .contains("\"issuer\":\"https://bank.example.test:" + free + "/oidc/\"");
        }
    }

    @Test
    void tellOfARefusedCallWhoseItWas() throws Exception {
        try (Serving serving = new Serving("--bank", "apiture", "--bank", "uphold")) {
            URI uphold = address(serving.out().next());
            ask(uphold, "/core/accounts");

            assertThat(serving.err().next())
                    .startsWith("uphold:" + uphold.getPort() + " GET /core/accounts 401 refused at token");
        }
    }

    @Test
    void doNotStartIfOneOfThemDoesNot() throws Exception {
        int before = firstOfTwoFreePorts();
        try (ServerSocket taken = new ServerSocket(before + 1, 1, InetAddress.getLoopbackAddress())) {

            Ran ran = Ran.command("serve", "--port", String.valueOf(before), "--bank", "apiture", "--bank", "uphold");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).startsWith("sandbank: uphold: Cannot listen on 127.0.0.1:" + taken.getLocalPort());
            assertThat(isFree(before)).isTrue();
        }
    }

    /** Below those that the system picks. */
    private static int firstOfTwoFreePorts() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .filter(port -> isFree(port) && isFree(port + 1))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static URI address(String readyLine) {
        return URI.create(readyLine.replaceFirst(".* ready at ", ""));
    }

    private static String ask(URI bank, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(bank.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }
}
