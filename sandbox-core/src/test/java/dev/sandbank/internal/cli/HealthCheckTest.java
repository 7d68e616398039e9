package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code health} asks a sandbox how it is, for a container that has nothing else to ask with. */
class HealthCheckTest {

    @Test
    void isGoodIfTheSandboxIsReady() {
        try (Sandbank bank = Sandbank.builder().withoutControlApi().start()) {
            Ran ran = Ran.command("health", bank.baseUrl() + "/");

            assertThat(ran.exitCode()).isZero();
            assertThat(ran.out()).isEqualTo("sandbank: ready at " + bank.baseUrl() + "/\n");
            assertThat(ran.err()).isEmpty();
        }
    }

    @Test
    void trustsTheCertificateThatItIsGiven(@TempDir Path folder) throws IOException {
        try (Sandbank other = Sandbank.builder().https().start();
                Sandbank bank = Sandbank.builder().https().start()) {
            String url = bank.baseUrl().toString();
            String both = other.certificate() + bank.certificate();
            String certificate =
                    Files.writeString(folder.resolve("bank.pem"), both).toString();
            String empty = Files.writeString(folder.resolve("empty.pem"), "").toString();

            assertThat(Ran.command("health", url, "--certificate", certificate).exitCode())
                    .isZero();
            assertThat(Ran.command("health", url, "--certificate", empty).err())
                    .contains("there is no certificate in it");
            assertThat(Ran.command("health", url).err())
                    .endsWith(
                            "its certificate is not trusted; name the file that serve --certificate-out wrote, with --certificate\n");
            assertThat(Ran.command("health", url, "--certificate", folder.toString())
                            .exitCode())
                    .isEqualTo(2);
            assertThat(Ran.command("health", url, "--certificate", "/dev/zero").err())
                    .startsWith("sandbank: --certificate /dev/zero:1: (file): found no such file");
        }
    }

    @Test
    void isBadIfNothingListens() {
        Sandbank bank = Sandbank.start("uphold");
        bank.close();

        Ran ran = Ran.command("health", bank.baseUrl().toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("sandbank: not ready at " + bank.baseUrl() + ": nothing listens there\n");
    }

    @Test
    void isBadIfSomethingElseAnswers() {
        try (Sandbank bank = Sandbank.start("uphold")) {
            Ran ran = Ran.command("health", bank.baseUrl() + "/core");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).endsWith("/core: the server there is not a sandbox: it answered 401\n");
        }
    }

    @Test
    void isBadIfNothingAnswersInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = Ran.command("health", "http://127.0.0.1:" + silent.getLocalPort(), "--timeout", "1");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).endsWith(": nothing answered within 1 s\n");
        }
    }
}
