package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.ControlCall;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lint} with journals as the control API exports them. */
class LintTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @TempDir
    private Path folder;

    private Path calls;
    private Path changes;

    /** Two rules find something: an error in call 1, and a warning in calls 2 to 4, unless a change counts. */
    @BeforeEach
    void exportAJournal() throws IOException {
        HttpCall.get(bank, "/banking/accounts")
                .query("access_token", "hunter2-hunter2")
                .send();
        bank.client("ada-batch").setScopes();
        String token = bank.tokens().forClient("ada-batch");
        for (int attempt = 0; attempt < 3; attempt++) {
            HttpCall.get(bank, "/banking/accounts").bearer(token).send();
        }
        calls = exported("calls");
        changes = exported("changes");
    }

    private Path exported(String what) throws IOException {
        String text = ControlCall.control(bank, "GET", "/" + what).send().body();
        return Files.writeString(folder.resolve(what + ".json"), text);
    }

    @Test
    void tellsEachFindingInThreeLinesTheWorstFirst() {
        Ran ran = Ran.command("lint", calls.toString(), changes.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.outLines()).hasSize(6);
        assertThat(ran.out())
                .startsWith("error secret-in-query: a client, call 1\n"
                        + "   it sent access_token in the query of GET /banking/accounts\n"
                        + "   Send secrets in the form or in the Authorization header, never in a URL. (RFC 6749 §2.3.1,"
                        + " RFC 6750 §5.3, RFC 9700 §4.3.2)\n"
                        + "warning retry-after-denial: client ada-batch, calls 2, 3, 4\n");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void leavesOutWhatIsLessSevere() {
        Ran ran = Ran.command("lint", calls.toString(), "--minimum-severity", "error");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.outLines()).hasSize(3);
    }

    @Test
    void isSilentIfThereIsNothingToTell() {
        Ran ran = Ran.command("lint", changes.toString());

        assertThat(ran).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void tellsTheSameAsTheControlApi() throws IOException {
        Ran ran = Ran.command("lint", calls.toString(), changes.toString(), "--format", "json");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out().replaceAll("\\s", ""))
                .isEqualTo(Files.readString(exported("findings")).replaceAll("\\s", ""));
    }

    @Test
    void takesChangesBetweenTheCallsIntoAccount() throws IOException {
        String between = """
                {"changes": [{"afterCall": 3, "at": "2031-03-03T09:00:00Z", "what": "client ada-batch has other scopes"}]}
                """;
        Path other = Files.writeString(folder.resolve("between.json"), between);

        Ran ran = Ran.command("lint", calls.toString(), other.toString(), "--minimum-severity", "warning");

        assertThat(ran.outLines()).hasSize(3).first().asString().startsWith("error secret-in-query");
    }

    @Test
    void takesNoFileForAJournalThatIsNone() throws IOException {
        for (String text : new String[] {"[]", "{}", "{\"calls\": [{\"number\": 1}]}", "{\"calls\": 7}", "{", ""}) {
            Path file = Files.writeString(folder.resolve("wrong.json"), text);

            Ran ran = Ran.command("lint", file.toString());

            assertThat(ran.exitCode()).as(text).isEqualTo(2);
            assertThat(ran.errLines()).hasSize(2).first().asString().contains("wrong.json");
        }
    }
}
