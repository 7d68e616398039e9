package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.ApiDescription;
import dev.sandbank.testing.ApiDescription.Described;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.ControlCall;
import dev.sandbank.testing.EveryCase;
import dev.sandbank.testing.RawSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation × everything that can be wrong with a request: a problem each, and nothing is done. */
class WrongRequestsTest {

    private static final String TOKEN = "control-token-1";
    private static final Sandbank BANK =
            Sandbank.builder().fixture("apiture").controlToken(TOKEN).start();

    private int changes;

    static Stream<Described> operations() {
        return ApiDescription.read().operations().stream();
    }

    /** Whatever reads content, it reads it as all of its kind do. */
    static Stream<Described> ofEachKind() {
        return EveryCase.orOneOfEach(
                operations(), one -> List.of(one.method(), names(one.described().at("/requestBody/content"))));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Stream<Described> thatKnowEnvironments() {
        return operations().filter(one -> one.described().toString().contains("parameters/environment"));
    }

    static Stream<Described> thatTakeContent() {
        return operations().filter(one -> one.described().has("requestBody"));
    }

    @AfterAll
    static void close() {
        BANK.close();
    }

    @BeforeEach
    void countChanges() {
        changes = BANK.journal().changes().size();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhichMethodsAPathHas(Described operation) {
        Set<String> allowed = methodsAt(operation.path());
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY")) {
            if (!allowed.contains(method)) {
                ControlAnswer answer = call(method, operation).send();

                answer.hasStatus(405);
                assertThat(answer.header("allow")).contains(String.join(", ", allowed));
                assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
            }
        }
        nothingWasDone();
    }

    private static Set<String> methodsAt(String path) {
        Set<String> methods = operations()
                .filter(one -> one.path().equals(path))
                .map(Described::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void wantsTheToken(Described operation) {
        control(BANK, operation.method(), path(operation)).send().isProblem(401, "the control token");
        control(BANK, operation.method(), path(operation))
                .bearer("control-token-2")
                .send()
                .isProblem(401, "the control token");
        nothingWasDone();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void takesNothingFromPages(Described operation) {
        call(operation).header("Origin", "https://evil.example").send().isProblem(403, "Origin");
        call(operation).header("Sec-Fetch-Site", "cross-site").send().isProblem(403, "other sites");
        nothingWasDone();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void takesNoUnknownParameter(Described operation) {
        String path = path(operation) + "?enviroment=cat";

        control(BANK, operation.method(), path)
                .bearer(TOKEN)
                .send()
                .isProblem(400, "there is no query parameter \"enviroment\" here");
        nothingWasDone();
    }

    @ParameterizedTest
    @MethodSource("thatKnowEnvironments")
    void knowsWhichEnvironmentsThereAre(Described operation) {
        ControlCall call = control(BANK, operation.method(), path(operation) + "?environment=kat")
                .bearer(TOKEN);
        if (operation.described().has("requestBody")) {
            call.json(example(operation));
        }

        call.send().isProblem(404, "there is no environment \"kat\"");
        nothingWasDone();
    }

    @ParameterizedTest
    @MethodSource("ofEachKind")
    void takesNothingButJson(Described operation) {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/jsonp", "", ",")) {
            call(operation)
                    .content(type, "{}".getBytes(StandardCharsets.UTF_8))
                    .send()
                    .isProblem(415, "application/json");
            call(operation).content(type, new byte[0]).send().isProblem(415, "application/json");
        }
        nothingWasDone();
    }

    @ParameterizedTest
    @MethodSource("ofEachKind")
    void takesNoContentThatIsGarbled(Described operation) {
        for (String garbled : List.of("{", "{}{}", "{'a': 1}", "{\"a\": 1, \"a\": 2}", " ", "\ufeff{}")) {
            call(operation).json(garbled).send().isProblem(400, "the content is not JSON");
        }
        call(operation)
                .json("[".repeat(5000))
                .send()
                .isProblem(400, "the content exceeds a bound: Document nesting depth");
        call(operation)
                .content("application/json", new byte[] {'{', '"', (byte) 0xff, '"', '}'})
                .send()
                .isProblem(400, "not UTF-8");
        for (String other : List.of("[]", "null", "\"text\"", "1", "true")) {
            call(operation).json(other).send().isProblem(400, "not a JSON object");
        }
        nothingWasDone();
    }

    static Stream<Described> thatTakeMembers() {
        return operations()
                .filter(one -> !one.described().at("/requestBody/content").has("application/yaml"));
    }

    @ParameterizedTest
    @MethodSource("thatTakeMembers")
    void takesNoUnknownMember(Described operation) {
        call(operation).json("{\"zzzzzz\": 1}").send().isProblem(400, "there is no member \"zzzzzz\" here; expected ");
        nothingWasDone();
    }

    @ParameterizedTest
    @MethodSource("thatTakeContent")
    void takesNoMemberOfAnotherType(Described operation) {
        ApiDescription description = ApiDescription.read();
        var schema = description.resolved(operation.described().at("/requestBody/content/application~1json/schema"));

        schema.path("properties")
                .fieldNames()
                .forEachRemaining(name ->
                        call(operation).json("{\"" + name + "\": {}}").send().hasStatus(400));
        nothingWasDone();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void takesNoHugeContent(Described operation) {
        call(operation)
                .content("application/json", new byte[1024 * 1024 + 1])
                .send()
                .isProblem(413, "larger than 1 MiB");
        nothingWasDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user", "/users", "/users/ada/blok", "/faults/", "/clock/x"})
    void tellsWhereThereIsNothing(String path) {
        control(BANK, "POST", path).bearer(TOKEN).send().isProblem(404, "in the control API");
    }

    @Test
    void tellsOfPathsThatCannotBeRead() {
        String reply =
                RawSocket.text(BANK, "GET /_sandbank/api/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(BANK.journal().calls()).isEmpty();
    }

    private void nothingWasDone() {
        assertThat(BANK.journal().changes()).hasSize(changes);
        assertThat(BANK.journal().calls()).isEmpty();
    }

    private static ControlCall call(Described operation) {
        return call(operation.method(), operation);
    }

    private static ControlCall call(String method, Described operation) {
        return control(BANK, method, path(operation)).bearer(TOKEN);
    }

    private static String path(Described operation) {
        String id = Map.of("clients", "ledger-reader", "operations", "getAccount", "resources", "acct-4f81c0")
                .getOrDefault(operation.path().replaceFirst("^/(\\w*).*$", "$1"), "ada");
        return operation
                .path()
                .replace("{id}", id)
                .replace("{kind}", "clients")
                .replace("{collection}", "accounts")
                .replace("{resource}", "acct-4f81c0")
                .replace("{permission}", "view")
                .replace("{event}", "e1")
                .replace("{endpoint}", "default");
    }

    private static String example(Described operation) {
        return operation
                .described()
                .at("/requestBody/content/application~1json/example")
                .toString();
    }
}
