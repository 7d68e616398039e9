package dev.sandbank.internal.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.http.Port;
import dev.sandbank.internal.http.RequestHandler;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.testing.ApiDescription;
import dev.sandbank.testing.ApiDescription.Described;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description tells of every operation that there is, of no other, and holds together. */
class DescriptionTest {

    private static final Access OF_THIS_MACHINE = new Access(true, Set.of(), null, true);

    private final ApiDescription description = ApiDescription.read();

    static Stream<Described> described() {
        return ApiDescription.read().operations().stream();
    }

    static Stream<ControlOperation> built() {
        try (Bank bank = new Bank(Library.ofProcess().named("apiture"), () -> "http://127.0.0.1")) {
            BankControl control = new BankControl(bank, () -> URI.create("http://127.0.0.1"), null);
            Sandboxes none =
                    new Sandboxes(request -> Reply.empty(404), control, OF_THIS_MACHINE, DescriptionTest::noPort);
            return Stream.concat(ControlSite.operations(bank).stream(), new SandboxesOperations(none).all().stream());
        }
    }

    private static Port noPort(int number, RequestHandler site) {
        throw new AssertionError(site + " at " + number);
    }

    @Test
    void namesTheOperationsThatThereAre() {
        Set<String> table =
                built().map(one -> one.method() + " " + one.path()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(described().map(Described::toString)).containsExactlyInAnyOrderElementsOf(table);
    }

    @ParameterizedTest
    @MethodSource("described")
    void namesTheParametersThatAnOperationKnows(Described operation) {
        Set<String> inPath = new TreeSet<>();
        Set<String> inQuery = new TreeSet<>();
        Set<String> several = new TreeSet<>();
        for (JsonNode each : operation.described().path("parameters")) {
            JsonNode parameter = description.resolved(each);
            (parameter.path("in").asText().equals("path") ? inPath : inQuery)
                    .add(parameter.path("name").asText());
            if (parameter.at("/schema/type").asText().equals("array")) {
                several.add(parameter.path("name").asText());
            }
        }

        assertThat(several).isEqualTo(new TreeSet<>(table(operation).lists()));
        assertThat(inQuery).isEqualTo(new TreeSet<>(table(operation).parameters()));
        assertThat(inPath).allSatisfy(name -> assertThat(operation.path()).contains("{" + name + "}"));
        assertThat(operation.path().chars().filter(letter -> letter == '{').count())
                .isEqualTo(inPath.size());
    }

    @ParameterizedTest
    @MethodSource("described")
    void namesTheMembersThatAnOperationTakes(Described operation) {
        JsonNode schema =
                description.resolved(operation.described().at("/requestBody/content/application~1json/schema"));
        Set<String> members = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(members::add);

        ControlOperation.Content taken = table(operation).content();
        assertThat(operation.described().at("/requestBody/content").has(JsonBody.YAML))
                .isEqualTo(!taken.yaml().isEmpty());
        assertThat(members).isEqualTo(new TreeSet<>(taken.members()));
        assertThat(schema.isMissingNode()
                        || taken.asText()
                        || !schema.path("additionalProperties").asBoolean(true))
                .isTrue();
    }

    @Test
    void givesExamplesThatFit() {
        each(description.document(), node -> {
            if (node.has("example") && node.has("schema")) {
                assertThat(description.violations(node.get("schema"), node.get("example")))
                        .as(node.get("example").toString())
                        .isEmpty();
            }
        });
    }

    @Test
    void refersToNothingThatIsNotThereAndDefinesNothingInVain() {
        Set<String> used = new TreeSet<>();
        each(description.document(), node -> {
            if (node.has("$ref")) {
                assertThat(description.resolved(node).isMissingNode())
                        .as(node.get("$ref").asText())
                        .isFalse();
                used.add(node.get("$ref").asText());
            }
        });

        for (String kind : Set.of("schemas", "responses", "parameters")) {
            description
                    .document()
                    .at("/components/" + kind)
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(used).contains("#/components/" + kind + "/" + name));
        }
    }

    @Test
    void isOpenApi() {
        assertThat(new OpenApiRules(description).violations()).isEmpty();
    }

    private static ControlOperation table(Described operation) {
        return built().filter(one -> operation.toString().equals(one.method() + " " + one.path()))
                .findFirst()
                .orElseThrow();
    }

    private static void each(JsonNode node, Consumer<JsonNode> told) {
        if (node.isObject()) {
            told.accept(node);
        }
        node.forEach(child -> each(child, told));
    }
}
