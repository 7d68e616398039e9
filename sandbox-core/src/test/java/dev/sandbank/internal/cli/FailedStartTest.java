package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.ChildJvm;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedStartTest {

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = Ran.command("serve", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.errLines())
                    .singleElement()
                    .asString()
                    .startsWith("sandbank: Cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": ");
        }
    }

    @Test
    void saysWhereTheCertificateCannotBeWritten(@TempDir Path folder) {
        String nowhere = folder.resolve("no/such/bank.pem").toString();

        Ran ran = Ran.command("serve", "--port", "0", "--https", "--certificate-out", nowhere);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines())
                .singleElement()
                .asString()
                .startsWith("sandbank: cannot write the certificate: ")
                .endsWith(nowhere);
    }

    @Test
    void saysWhichHostIsNotToBeFound() {
        Ran ran = Ran.command("serve", "--port", "0", "--host", "no-such-host.invalid");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).singleElement().asString().contains("Cannot listen on no-such-host.invalid");
    }

    @Test
    void saysThatAnAddressIsNoneForThisJava() throws Exception {
        ChildJvm.Ended ended = ChildJvm.run(
                Main.class, "-Djava.net.preferIPv4Stack=true", "--", "serve", "--port", "0", "--host", "::1");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isEqualTo("sandbank: Cannot listen on ::1:0: this Java is set to use only IPv4\n");
    }

    @Test
    void tellsEveryProblemOfABadFixtureOnALineOfItsOwn(@TempDir Path folder) throws Exception {
        Path fixture = Files.writeString(folder.resolve("bad.yaml"), """
                bank: uphold
                clients:
                  - {id: payouts, secret: s3cret, scopes: [core.accounts:raed]}
                users:
                  - {id: not-a-uuid, type: individual, email: ada@example.test}
                """);

        Ran ran = Ran.command("serve", "--port", "0", "--fixture", fixture.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines())
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.startsWith(fixture + ":"))
                .anyMatch(line -> line.startsWith(fixture + ":3: clients[0].scopes[0]: "));
    }

    @Test
    void saysThatThereIsNoSuchFixture() {
        Ran ran = Ran.command("serve", "--port", "0", "--fixture", "no/such.yaml");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.errLines()).singleElement().asString().startsWith("no/such.yaml:1: (file): ");
    }
}
