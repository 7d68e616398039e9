package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.source.util.JavacTask;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The examples of the guides on containers and CI are such as their tools can read, and say which of them nobody runs. */
class ContainersGuideTest {

    private static final Path ROOT = Path.of("..");
    private static final Path COMPOSE = ROOT.resolve("examples/compose");
    private static final Path OPTIONS = Path.of("src", "main", "java", "dev", "sandbank", "internal", "cli");
    private static final List<String> FILES = List.of(
            "docs/guides/containers.md",
            "docs/guides/ci.md",
            "Dockerfile",
            "examples/compose/compose.yaml",
            "examples/compose/statements.test.mjs");
    private static final Pattern BLOCK = Pattern.compile("([^\n]*\n[^\n]+)\n+```(\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\bSANDBANK_([A-Z][A-Z_]*)\\b");
    private static final Pattern OPTION = Pattern.compile("\"--([a-z][a-z-]*)\"");
    private static final Pattern HEALTH = Pattern.compile("/_sandbank/health/[a-z]+");

    @TempDir
    private Path folder;

    /**
     * An example of a page.
     *
     * @param before the last two lines before it
     */
    private record Example(String before, String language, String text) {

        @Override
        public String toString() {
            return language + ": " + text.lines().findFirst().orElse("");
        }
    }

    static Stream<Example> examples() {
        return FILES.stream()
                .flatMap(file -> BLOCK.matcher(read(ROOT.resolve(file))).results())
                .map(block -> new Example(block.group(1), block.group(2), block.group(3)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void canBeRead(Example example) throws Exception {
        String text = example.text();
        switch (example.language()) {
            case "yaml" -> assertThat(yaml(text).isObject()).isTrue();
            case "java" ->
                assertThat(mistakes("class A { void a() {" + text + "}}")).isEmpty();
            case "js" -> isReadBy("mjs", text, "node", "--check");
            case "python" ->
                isReadBy("py", text, "python3", "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())");
            default -> isReadBy(example.language(), text, "bash", "-n");
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void sayIfNobodyRunsThem(Example example) {
        boolean marked = example.before().replace('\n', ' ').contains("not run in our build");

        assertThat(marked).isEqualTo(!example.language().equals("sh"));
    }

    @Test
    void haveJobsWithStepsOrScriptsAndServicesWithImages() {
        List<JsonNode> examples = examples()
                .filter(example -> example.language().equals("yaml"))
                .map(example -> yaml(example.text()))
                .toList();

        List<JsonNode> jobs =
                examples.stream().flatMap(of -> of.path("jobs").valueStream()).toList();

        assertThat(jobs)
                .hasSize(2)
                .allSatisfy(job -> assertThat(job.path("runs-on").isTextual()).isTrue());
        assertThat(jobs.stream().flatMap(job -> job.path("steps").valueStream()))
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        step -> assertThat(step.has("uses") || step.has("run")).isTrue());
        assertThat(jobs.stream().flatMap(job -> job.path("services").valueStream()))
                .hasSize(1)
                .allSatisfy(
                        service -> assertThat(service.path("image").isTextual()).isTrue());
        assertThat(examples.stream().map(of -> of.path("test")).filter(JsonNode::isObject))
                .hasSize(2)
                .allSatisfy(job -> assertThat(job.path("script").isArray()).isTrue());
    }

    @Test
    void nameOptionsThatThereAre() throws IOException {
        try (Stream<Path> files = Files.list(OPTIONS).filter(Files::isRegularFile)) {
            Set<String> options = files.flatMap(file -> all(OPTION, read(file))).collect(Collectors.toSet());
            options.add("url"); // what tests at a server are told

            assertThat(FILES.stream().flatMap(file -> all(VARIABLE, read(ROOT.resolve(file)))))
                    .hasSizeGreaterThan(20)
                    .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                    .isSubsetOf(options);
        }
    }

    @Test
    void askForTheHealthWhereItIsTold() {
        Set<String> paths = FILES.stream()
                .flatMap(file -> HEALTH.matcher(read(ROOT.resolve(file))).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        try (Sandbank bank = Sandbank.start("apiture")) {
            assertThat(paths)
                    .hasSize(2)
                    .allSatisfy(path -> assertThat(
                                    contentOf(bank.baseUrl().resolve(path).toURL()))
                            .endsWith(":true}"));
        }
    }

    @Test
    void buildAndMountFilesThatAreThere() {
        JsonNode services = yaml(read(COMPOSE.resolve("compose.yaml"))).path("services");

        assertThat(COMPOSE.resolve(services.path("sandbank").path("build").asText())
                        .resolve("Dockerfile"))
                .exists();
        assertThat(services.path("tests").path("volumes"))
                .isNotEmpty()
                .allSatisfy(volume -> assertThat(COMPOSE.resolve(volume.asText().replaceFirst(":.*", "")))
                        .exists());
    }

    private static JsonNode yaml(String text) {
        Object read =
                new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(text);
        return new ObjectMapper().valueToTree(read);
    }

    private static List<Diagnostic<? extends JavaFileObject>> mistakes(String source) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var compiler = ToolProvider.getSystemJavaCompiler();
        ((JavacTask) compiler.getTask(null, null, found, null, null, List.of(file))).parse();
        return found.getDiagnostics();
    }

    private void isReadBy(String extension, String text, String... command) throws Exception {
        Programs.assumeThereIs(command[0]);
        Path file = Files.writeString(folder.resolve("example." + extension), text);

        assertThat(Programs.run(new ProcessBuilder(Stream.concat(Stream.of(command), Stream.of(file.toString()))
                        .toList())))
                .isEmpty();
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
