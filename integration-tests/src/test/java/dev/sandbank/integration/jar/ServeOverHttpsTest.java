package dev.sandbank.integration.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runnable jar with TLS of its own, and clients that are told what to trust. */
@TestInstance(Lifecycle.PER_CLASS)
class ServeOverHttpsTest {

    private static final Path JAR = Path.of(System.getProperty("sandbank.jar"));

    /** The strictest that OpenSSL can be, which Python 3.13 is by itself. */
    private static final String PYTHON = """
            import ssl, sys, urllib.request
            context = ssl.create_default_context(cafile=sys.argv[1])
            context.verify_flags |= ssl.VERIFY_X509_STRICT
            print(urllib.request.urlopen(sys.argv[2], context=context).read().decode())
            """;

    private static final String NODE = """
            const [certificate, url] = process.argv.slice(1);
            require("https").get(url, { ca: require("fs").readFileSync(certificate) }, (reply) => reply.pipe(process.stdout));
            """;

    private ServeCommand serve;
    private Path certificate;
    private String port;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        certificate = folder.resolve("bank.pem");
        serve = ServeCommand.run(JAR, "--port", "0", "--https", "--certificate-out", certificate.toString());
        String ready = serve.line();
        assertThat(ready).startsWith("sandbank: apiture ready at https://127.0.0.1:");
        port = ready.substring(ready.lastIndexOf(':') + 1);
    }

    @AfterAll
    void stop() {
        serve.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void servesCurl(String name) throws Exception {
        assertThat(run("curl", "-sS", "--cacert", certificate.toString(), url(name)))
                .contains("\"keys\"");
    }

    @Test
    void isRefusedByWhoeverDoesNotTrustIt() throws Exception {
        assertThat(run("curl", "-sS", url("localhost"))).contains("certificate").doesNotContain("\"keys\"");
    }

    @Test
    void servesPythonAtItsStrictest() throws Exception {
        assertThat(run("python3", "-c", PYTHON, certificate.toString(), url("127.0.0.1")))
                .contains("\"keys\"");
    }

    @Test
    void servesNode() throws Exception {
        assertThat(run("node", "-e", NODE, certificate.toString(), url("localhost")))
                .contains("\"keys\"");
    }

    private String url(String name) {
        return "https://" + name + ":" + port + "/oidc/jwks";
    }

    private static String run(String... command) throws IOException, InterruptedException {
        assumeTrue(isThere(command[0]), command[0] + " is not on the PATH");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static boolean isThere(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }
}
