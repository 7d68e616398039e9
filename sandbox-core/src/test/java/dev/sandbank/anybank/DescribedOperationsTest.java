package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.ControlCall;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bank's description says of its operations holds, and the dialect says the rest. */
class DescribedOperationsTest {

    @TempDir
    private Path folder;

    private TinyBank bank(String description) {
        return DescribedBank.start(folder, description);
    }

    @Test
    void haveTheirPathParametersContentAndScopesFromTheDescription() {
        try (TinyBank bank = bank(DescribedBank.DESCRIPTION)) {
            assertThat(bank.get("ann", "/notes/n-1")).hasStatus(200);
            assertThat(bank.get("ann", "/notes/one")).hasStatus(400).wasRefused("input-invalid");
            assertThat(bank.as("ann", "PUT", "/notes/n-1").json("{\"text\": \"second\"}"))
                    .hasStatus(200);
            assertThat(bank.get("ann", "/notes/n-1").send().text("/text")).isEqualTo("second");
            assertThat(bank.as("ann", "PUT", "/notes/n-1").json("{}")).wasRefused("input-invalid");
            assertThat(bank.asClient("PUT", "/notes/n-1", "read").json("{\"text\": \"x\"}"))
                    .wasRefused("scope-missing");
        }
    }

    @Test
    void checkContentThatRefersToItself() {
        try (TinyBank bank = bank(DescribedBank.DESCRIPTION)) {
            assertThat(bank.as("ann", "PUT", "/notes/n-1")
                            .json("{\"text\": \"a\", \"about\": [{\"text\": \"b\", \"about\": []}]}"))
                    .hasStatus(200);
            assertThat(bank.as("ann", "PUT", "/notes/n-1")
                            .json("{\"text\": \"a\", \"about\": [{\"text\": \"b\", \"about\": [{\"text\": 1}]}]}"))
                    .wasRefused("input-invalid");
        }
    }

    @Test
    void areCheckedWithoutAWordOfTheLibraryThatDoes() {
        String description = DescribedBank.DESCRIPTION.replace("maxLength: 20", "maxLength: 20, x-about: what it says");
        try (LoggedLines lines = LoggedLines.of("com.networknt.schema");
                TinyBank bank = bank(description)) {
            assertThat(bank.as("ann", "PUT", "/notes/n-1").json("{\"text\": \"a\"}"))
                    .hasStatus(200);
            assertThat(lines.lines()).isEmpty();
        }
    }

    @Test
    void mayStandInFilesBesideTheDescription() {
        String main = DescribedBank.DESCRIPTION
                .replace("\"#/components/requestBodies/Note\"", "\"parts/bodies.yaml#/Note\"")
                .replace("\"#/components/schemas/Id\"}}\n  requestBodies", "\"parts/id.json\"}}\n  requestBodies");
        assertThat(folder.resolve("parts").toFile().mkdir()).isTrue();
        DescribedBank.write(
                folder,
                Map.of(
                        "parts/bodies.yaml",
                        "Note: {required: true, content: {application/json: {schema: {$ref: \"#/Text\"}}}}\n"
                                + "Text: {type: object, required: [text], properties: {text: {type: string}, id:"
                                + " {$ref: \"../openapi.yaml#/components/schemas/Id\"}}}\n",
                        "parts/id.json",
                        "{\"type\": \"string\", \"minLength\": 3}"));

        try (TinyBank bank = bank(main)) {
            assertThat(bank.get("ann", "/notes/n-1")).hasStatus(200);
            assertThat(bank.as("ann", "PUT", "/notes/n-1").json("{\"text\": \"x\", \"id\": \"no\"}"))
                    .wasRefused("input-invalid");
            assertThat(ControlCall.control(bank.sandbank(), "GET", "/bank-openapi.json")
                            .send()
                            .json()
                            .toString())
                    .doesNotContain("parts/")
                    .contains("\"#/components/schemas/Text\"");
        }
    }

    @Test
    void mayNeedOneOfSeveralScopes() {
        String description = DescribedBank.DESCRIPTION.replace(
                "security: [{people: [write]}]", "security: [{people: [read, write]}, {people: [read, act]}]");
        try (TinyBank bank = DescribedBank.start(
                folder,
                Map.of("openapi.yaml", description),
                DescribedBank.DIALECT.replace("scopes: {}", "scopes: {act: Act}"))) {
            assertThat(bank.asClient("PUT", "/notes/n-1", "read", "write").json("{\"text\": \"x\"}"))
                    .hasStatus(200);
            assertThat(bank.asClient("PUT", "/notes/n-1", "read").json("{\"text\": \"x\"}"))
                    .wasRefused("scope-missing");
        }
    }

    @Test
    void leaveOutWhatTheDialectDoesNotHave() {
        try (TinyBank bank = DescribedBank.start(
                folder,
                Map.of("openapi.yaml", DescribedBank.DESCRIPTION),
                DescribedBank.DIALECT.replace("  listNotes: {work: {list: {collection: notes}}}\n", ""))) {
            assertThat(bank.get("ann", "/notes")).hasStatus(404).wasRefused("route-unknown");
        }
    }

    @Test
    void mayBeOfTheDialectAlone() {
        try (TinyBank bank = DescribedBank.start(
                folder,
                Map.of("openapi.yaml", DescribedBank.DESCRIPTION),
                DescribedBank.DIALECT
                        + "  countNotes: {method: GET, path: /count, scopes: [read], work: {list: {collection: notes}}, reply: {body:"
                        + " {count: \"${matching}\"}}}\n")) {
            assertThat(bank.get("ann", "/count").send().at("/count").asInt()).isEqualTo(1);
        }
    }

    @Test
    void mayHaveTheirDenialsInAFileOfTheirOwn() {
        String denials = """
                putNote:
                  example: {text: from the file}
                  denials: [{name: too long, refuse: input-invalid, gate: input, body: {text: a text of more than twenty}}]
                """;
        try (TinyBank bank = DescribedBank.start(
                folder,
                Map.of("openapi.yaml", DescribedBank.DESCRIPTION, "denials.yaml", denials),
                "denials: denials.yaml\n" + DescribedBank.DIALECT)) {
            assertThat(bank.sandbank().denials("putNote"))
                    .anySatisfy(denial -> assertThat(denial.toString()).contains("too long"));
        }
    }
}
