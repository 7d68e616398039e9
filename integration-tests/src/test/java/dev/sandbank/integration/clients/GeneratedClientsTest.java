package dev.sandbank.integration.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandbank.Sandbank;
import dev.sandbank.integration.node.NodeTools;
import dev.sandbank.integration.node.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that OpenAPI Generator wrote, in the hands of a compiler that checks types, and of a running sandbox. */
class GeneratedClientsTest {

    private static final Path SOURCES = Path.of(System.getProperty("sandbank.clients.sources"));
    private static final Path HOME = Path.of(System.getProperty("sandbank.clients.home"));

    /** What the generated client imports; older ones are another language. */
    private static final String LIBRARIES =
            "import dateutil, pydantic, urllib3; assert int(pydantic.VERSION.split('.')[0]) >= 2";

    private static Sandbank bank;

    @BeforeAll
    static void start() {
        bank = Sandbank.start("uphold");
    }

    @AfterAll
    static void close() {
        bank.close();
    }

    @Test
    void inTypeScriptDoesOneCallOfEachKind() throws Exception {
        Workshop workshop = Workshop.in(HOME, SOURCES, NodeTools.ofThisMachine());

        JsonNode told = workshop.play("clients.mjs", bank.baseUrl().toString());

        assertDone(told);
        assertThat(texts(told.path("faults"))).containsExactly("status 503", "ETag: x", "drop");
    }

    @Test
    void inPythonDoesOneCallOfEachKind() throws Exception {
        Path python = NodeTools.wanted("Python", List.of("python3"));
        Path client = HOME.resolve("python");
        assertThat(run(python, "-m", "compileall", "-q", client.toString())).isEmpty();
        assumeTrue(
                run(python, "-c", LIBRARIES).isEmpty(),
                "compiled and not run: Python has not the libraries of the generated client");

        Path report = HOME.resolve("python.json");
        String printed = run(
                python,
                SOURCES.resolve("calls.py").toString(),
                client.toString(),
                bank.baseUrl().toString(),
                report.toString());

        assertThat(printed).isEmpty();
        JsonNode told = new ObjectMapper().readTree(report.toFile());
        assertDone(told);
        assertThat(texts(told.path("faults"))).containsExactly("FailEffect", "ReplaceHeaderEffect", "DropEffect");
    }

    private static void assertDone(JsonNode told) throws IOException {
        assertThat(told.path("sandbox").asText()).isEqualTo("apiture");
        assertThat(told.path("fixture").asBoolean()).isTrue();
        assertThat(texts(told.path("names")))
                .containsExactly("there is no client \"ada-bacth\", did you mean \"ada-batch\"?");
        assertThat(told.path("resources").asText()).isEqualTo("0.07");
        assertThat(told.path("users").asText()).isEqualTo("blocked");
        assertThat(told.path("clients").asText()).isEqualTo("ada");
        assertThat(told.path("tokens").asText()).isEqualTo("token-expired");
        assertThat(told.path("clock").asText()).startsWith("2031-03-03T09:05:00");
        assertThat(told.path("struck").asInt()).isEqualTo(503);
        assertThat(texts(told.path("journal"))).containsExactly("fault");
        assertThat(texts(told.path("catalogues"))).contains("scope", "blocked").containsOnly("scope", "blocked");
        assertThat(texts(told.path("webhooks"))).containsExactly("pending");
        assertThat(told.path("sandboxes").asInt()).isEqualTo(404);
        assertThat(told.properties()).extracting(kind -> kind.getKey()).containsAll(tags());
    }

    /** All kinds of operations that the description has; that of keys has nothing to tell. */
    private static Set<String> tags() throws IOException {
        JsonNode description = new ObjectMapper()
                .readTree(Path.of(System.getProperty("sandbank.description")).toFile());
        Set<String> tags = new TreeSet<>();
        description.path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
        tags.remove("keys");
        return tags;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? printed : command + " failed:\n" + printed;
    }
}
