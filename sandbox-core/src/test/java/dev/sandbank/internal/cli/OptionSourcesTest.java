package dev.sandbank.internal.cli;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of {@code serve} that nobody types: from the environment, else from a file. */
class OptionSourcesTest {

    private static final String DISCOVERY = "/oidc/.well-known/openid-configuration";

    @TempDir
    private Path folder;

    @Test
    void areTakenFromTheEnvironment() throws Exception {
        Map<String, String> environment =
                Map.of("SANDBANK_BANK", "apiture", "SANDBANK_PUBLIC_URL", "https://one.test", "SANDBANK_QUIET", "true");

        try (Serving serving = new Serving(environment)) {
            assertThat(serving.send("GET", DISCOVERY).body()).contains("\"issuer\":\"https://one.test/oidc/\"");
            assertThat(serving.send("GET", "/banking/accounts").statusCode()).isEqualTo(401);
            serving.stop();
            assertThat(serving.err().left()).isZero();
        }
    }

    @Test
    void areTakenFromAFileWhichTheEnvironmentMayName() throws Exception {
        Path file = file("""
                # the options of a server
                bank: apiture
                public-url: https://two.test
                no-control-api: true
                """);

        try (Serving serving = new Serving(Map.of("SANDBANK_CONFIG", file.toString()))) {
            assertThat(serving.send("GET", DISCOVERY).body()).contains("\"issuer\":\"https://two.test/oidc/\"");
            assertThat(serving.send("GET", "/_sandbank/api/clock").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void giveWayToTheCommandLineAndThenToTheEnvironment() throws Exception {
        Path file = file("public-url: https://two.test\nquiet: true\nbank: apiture\n");
        Map<String, String> environment = Map.of("SANDBANK_PUBLIC_URL", "https://one.test", "SANDBANK_QUIET", "false");

        try (Serving serving = new Serving(environment, "--config=" + file)) {
            assertThat(serving.send("GET", DISCOVERY).body()).contains("\"issuer\":\"https://one.test/oidc/\"");
            serving.send("GET", "/banking/accounts");
            assertThat(serving.err().next()).startsWith("GET /banking/accounts 401 refused");
        }
        try (Serving serving =
                new Serving(environment, "--public-url", "https://three.test", "--config", file.toString())) {
            assertThat(serving.send("GET", DISCOVERY).body()).contains("\"issuer\":\"https://three.test/oidc/\"");
        }
    }

    @Test
    void giveWayToThoseOfTheirGroup() throws Exception {
        Map<String, String> environment = Map.of("SANDBANK_FIXTURE", "no/such.yaml", "SANDBANK_CONTROL_TOKEN", "t0ken");

        try (Serving serving = new Serving(environment, "--bank", "uphold", "--no-control-api")) {
            assertThat(serving.readyLine()).startsWith("sandbank: uphold ready at ");
            assertThat(serving.send("GET", "/_sandbank/api/clock").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void areListsWhereTheyMayBeRepeated() throws Exception {
        Path file = file("bank: [uphold, apiture]\n");

        try (Serving serving = new Serving(Map.of("SANDBANK_BANK", "apiture, uphold"))) {
            assertThat(serving.readyLine() + serving.out().next()).matches(".*apiture ready.*uphold ready.*");
        }
        try (Serving serving = new Serving("--config", file.toString())) {
            assertThat(serving.readyLine() + serving.out().next()).matches(".*uphold ready.*apiture ready.*");
        }
    }

    @Test
    void keepTheControlTokenOutOfTheListOfProcesses() throws Exception {
        String token = Files.writeString(folder.resolve("token"), "t0ken\n").toString();

        for (Map<String, String> environment :
                List.of(Map.of("SANDBANK_CONTROL_TOKEN", "t0ken"), Map.of("SANDBANK_CONTROL_TOKEN_FILE", token))) {
            try (Serving serving = new Serving(environment)) {
                control(serving.baseUrl(), "GET", "/clock").send().isProblem(401, "the control token");
                control(serving.baseUrl(), "GET", "/clock")
                        .bearer("t0ken")
                        .send()
                        .hasStatus(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SANDBANK_PORT           | x     | 'x' is not an int                                   | Not from the command line: --port (SANDBANK_PORT).
            SANDBANK_PORT           | 65536 | a port must be between 0 and 65535, not 65536            | Not from the command line: --port (SANDBANK_PORT).
            SANDBANK_CONTROL_TOKEN  | a b   | a control token must be 1 to 512                    | Not from the command line: --control-token (SANDBANK_CONTROL_TOKEN).
            SANDBANK_HOST           | ' '   | SANDBANK_HOST is " ", not a value for --host        | Try 'sandbank serve --help'.
            SANDBANK_QUIET          | yes   | SANDBANK_QUIET is "yes", not true or false          | Try 'sandbank serve --help'.
            SANDBANK_BANK           | third | there is no bank third                              | Not from the command line: --bank (SANDBANK_BANK).
            SANDBANK_BANK           | ,,    | SANDBANK_BANK is ",,", not a value for --bank       | Try 'sandbank serve --help'.
            """)
    void sayWhereABadValueIsFrom(String name, String value, String told, String from) {
        Ran ran = Ran.command(Map.of(name, value), "serve");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errLines()).element(0).asString().contains(told);
        assertThat(ran.errLines()).element(1).isEqualTo(from);
    }

    @Test
    void ofAFileAreToldWithTheirLinesIfTheyAreWrong() throws Exception {
        Path file = file("""
                prot: 8080
                quiet: often
                host:
                bank: [apiture, {name: uphold}]
                config: other.yaml
                """);

        Ran ran = Ran.command("serve", "--config", file.toString());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errLines())
                .containsExactly(
                        file + ":1: prot: found \"prot\", expected an option, did you mean \"port\"?",
                        file + ":2: quiet: found \"often\", expected true or false",
                        file + ":3: host: found nothing, expected a value for --host",
                        file + ":4: bank[1]: found an object, expected a value for --bank",
                        file + ":5: config: found \"config\", expected an option",
                        "sandbank: the configuration is not valid",
                        "Try 'sandbank serve --help'.");
    }

    @Test
    void ofAFileSayTheirLineIfTheBankWillNotHaveThem() throws Exception {
        Path file = file("\nport: 65536\n");

        assertThat(Ran.command("serve", "--config", file.toString()).errLines())
                .element(1)
                .isEqualTo("Not from the command line: --port (" + file + ":2).");
    }

    @Test
    void areMissedIfTheFileIsNotThere() {
        assertThat(Ran.command("serve", "--config", "no/such.yaml").err())
                .startsWith("no/such.yaml:1: (file): found no such file");
    }

    @Test
    void areWarnedOfIfNoneIsCalledSo() throws Exception {
        try (Serving serving = new Serving(Map.of("SANDBANK_PUBLIC_ULR", "https://one.test"))) {
            assertThat(serving.err().next())
                    .isEqualTo(
                            "sandbank: warning: no option is called SANDBANK_PUBLIC_ULR, did you mean \"SANDBANK_PUBLIC_URL\"?");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SANDBANK_URL",
                "SANDBANK_SERVICE_HOST",
                "SANDBANK_PORT_8080_TCP_ADDR",
                "SANDBANK_PORT",
                "SANDBANKS"
            })
    void areNotThoseOfTheExtensionAndOfKubernetes(String name) throws Exception {
        try (Serving serving = new Serving(Map.of(name, "tcp://10.0.0.1:8080"))) {
            serving.stop();
            assertThat(serving.err().left()).isZero();
        }
    }

    @Test
    void areNamedByTheHelp() {
        Ran ran = Ran.command(Map.of("SANDBANK_PORT", "x"), "serve", "--help");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("SANDBANK_PORT", "SANDBANK_CONTROL_TOKEN_FILE", "SANDBANK_CONFIG", "--config");
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("serve.yaml"), text);
    }
}
