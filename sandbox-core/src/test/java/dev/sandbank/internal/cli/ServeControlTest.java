package dev.sandbank.internal.cli;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may control what {@code serve} runs. */
class ServeControlTest {

    private static final String TOKEN = "Q8mtm1qlB1";

    @Test
    void isEveryProgramOfThisMachine() throws Exception {
        try (Serving serving = new Serving()) {
            control(serving.baseUrl(), "POST", "/users/ada/block").send().hasStatus(200);

            assertThat(control(serving.baseUrl(), "GET", "/changes").send().text("/changes/0/what"))
                    .isEqualTo("user ada is blocked");
            assertThat(serving.err().left()).isZero();
        }
    }

    @Test
    void isOnlyWhoeverKnowsTheTokenIfThereIsOne() throws Exception {
        try (Serving serving = new Serving("--control-token", TOKEN)) {
            control(serving.baseUrl(), "GET", "/clock").send().isProblem(401, "the control token");
            control(serving.baseUrl(), "GET", "/clock").bearer(TOKEN).send().hasStatus(200);
        }
    }

    @Test
    void isWhoeverKnowsTheTokenWhereOthersReachIt() throws Exception {
        try (Serving serving = new Serving("--host", "0.0.0.0", "--control-token", TOKEN)) {
            URI here = URI.create(serving.baseUrl().toString().replace("0.0.0.0", "127.0.0.1"));

            control(here, "GET", "/clock").send().isProblem(401, "the control token");
            control(here, "GET", "/clock").bearer(TOKEN).send().hasStatus(200);
        }
    }

    @Test
    void isWhoeverOpensTheAddressThatItPrints() throws Exception {
        try (Serving open = new Serving("--open");
                Serving guarded = new Serving("--open", "--control-token", "a+b/c=")) {
            assertThat(open.out().next()).isEqualTo("sandbank: apiture console at " + open.baseUrl() + "/_sandbank/");
            assertThat(guarded.out().next()).endsWith("/_sandbank/#token=a%2Bb%2Fc%3D");
        }
    }

    @Test
    void isNobodyInABrowserIfSo() throws Exception {
        try (Serving serving = new Serving("--no-console")) {
            assertThat(serving.send("GET", "/_sandbank/").statusCode()).isEqualTo(404);
            control(serving.baseUrl(), "GET", "/clock").send().hasStatus(200);
        }
    }

    @Test
    void isNobodyIfSo() throws Exception {
        try (Serving serving = new Serving("--no-control-api")) {
            assertThat(serving.send("GET", "/_sandbank/api/clock").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void isNobodyWhereTheFixtureSaysSoAndThenOthersMayReachIt(@TempDir Path folder) throws Exception {
        Path fixture =
                Files.writeString(folder.resolve("mine.yaml"), "extends: apiture\nsettings: {controlApi: false}\n");

        try (Serving serving = new Serving("--fixture", fixture.toString(), "--host", "0.0.0.0")) {
            URI here = URI.create(serving.baseUrl().toString().replace("0.0.0.0", "127.0.0.1"));

            control(here, "GET", "/clock").bearer(TOKEN).sendUnchecked().hasStatus(404);
        }
    }
}
