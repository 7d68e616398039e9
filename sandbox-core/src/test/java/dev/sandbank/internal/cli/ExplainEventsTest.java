package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandbank.anybank.TinyBank;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code explain} tells of the events that a call would make. */
class ExplainEventsTest {

    private static final String OPERATIONS = """
            collections: {notes: {visible: all}}
            operations:
              - {id: write, method: POST, path: /notes, work: {create: {collection: notes, id: note-4, members: {text: hello}}}}
              - {id: read, method: GET, path: /notes, work: {list: {collection: notes}}}
            """;
    private static final String EVENTS = "events: {noted: {created: notes, data: {said: \"${text}\"}}}\n";

    @TempDir
    private Path folder;

    private String explain(String dialect, String... more) {
        Path fixture = TinyBank.write(folder, dialect, "webhooks: [{id: ledger}]\n");
        String[] typed = ("explain " + String.join(" ", more) + " --client app --fixture " + fixture).split(" ");
        Ran ran = Ran.command(typed);
        assertThat(ran.err()).isEmpty();
        return ran.out();
    }

    @Test
    void areToldWithTheirReceiversAndBody() {
        assertThat(explain(OPERATIONS + EVENTS, "write"))
                .contains("\nallowed\n")
                .contains("\nevent     noted to ledger\n          {\n")
                .contains("              \"said\": \"hello\"\n");
    }

    @ParameterizedTest
    @CsvSource({
        "text, '\n  events: noted\n'",
        "markdown, '\nEvents: noted\n'",
        "html, '<em>Events: noted.</em>'",
        "json, '\"operation\": \"write\"'"
    })
    void areToldOfTheOperationsOfTheMatrixThatMakeThem(String format, String told) {
        Path fixture = TinyBank.write(folder, OPERATIONS + EVENTS, "");
        String matrix = Ran.command("matrix", "--fixture", fixture.toString(), "--format", format)
                .out();

        assertThat(matrix).contains(told);
        assertThat(matrix.split("noted", -1)).hasSize(2);
    }

    @Test
    void areNotToldIfThereAreNone() {
        assertThat(explain(OPERATIONS + EVENTS, "read")).doesNotContain("event ");
    }

    @Test
    void areAMemberOfTheJsonOfBanksThatHaveAny() throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode told = json.readTree(explain(OPERATIONS + EVENTS, "write", "--format", "json"));
        assertThat(told.path("events")).hasSize(1);
        assertThat(told.at("/events/0/type").asText()).isEqualTo("noted");
        assertThat(told.at("/events/0/to/0").asText()).isEqualTo("ledger");
        assertThat(told.at("/events/0/body/data/said").asText()).isEqualTo("hello");

        JsonNode without = json.readTree(explain(OPERATIONS + EVENTS, "read", "--format", "json"));
        assertThat(without.path("events").isEmpty()).isTrue();
        assertThat(without.has("events")).isTrue();
    }
}
