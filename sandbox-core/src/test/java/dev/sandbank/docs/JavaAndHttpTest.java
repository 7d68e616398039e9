package dev.sandbank.docs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.BadDelivery;
import dev.sandbank.BadToken;
import dev.sandbank.Denial;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankClient;
import dev.sandbank.SandbankClock;
import dev.sandbank.SandbankEnvironment;
import dev.sandbank.SandbankFault;
import dev.sandbank.SandbankFaults;
import dev.sandbank.SandbankJournal;
import dev.sandbank.SandbankKeys;
import dev.sandbank.SandbankNames;
import dev.sandbank.SandbankResource;
import dev.sandbank.SandbankTokens;
import dev.sandbank.SandbankUser;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.SandbankWebhooks;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.testing.ApiDescription;
import dev.sandbank.testing.ApiDescription.Described;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of what is in Java and how it is over HTTP, in {@code docs/reference/control-api.md}: made of the public interfaces, and of what
 * each operation of the control API says it is in Java ({@code x-java}).
 */
class JavaAndHttpTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "reference", "control-api.md");
    private static final String BEGIN = "<!-- java-and-http -->\n";

    private static final List<Class<?>> INTERFACES = List.of(
            Sandbank.class,
            SandbankEnvironment.class,
            SandbankResource.class,
            SandbankUser.class,
            SandbankClient.class,
            SandbankTokens.class,
            BadToken.class,
            SandbankKeys.class,
            Denial.class,
            AuthPath.class,
            ArrangedCall.class,
            SandbankClock.class,
            SandbankFaults.class,
            SandbankFault.class,
            SandbankJournal.class,
            SandbankNames.class,
            SandbankWebhooks.class,
            SandbankWebhook.class,
            WebhookDelivery.class,
            BadDelivery.class);

    /** What is no operation, and what to do over HTTP. */
    private static final Map<String, String> JAVA_ALONE = Map.of(
            "Sandbank.close", "`DELETE /sandboxes/{id}` of the server",
            "Sandbank.closeGracefully", "`SIGTERM` to `serve`",
            "Sandbank.expectDenial", "`GET /calls?since=…&refusal=…&wait=PT2S`",
            "SandbankJournal.isOfThisTest", "the `tests` of a call",
            "SandbankJournal.expect", "the caller remembers the call's `number`",
            "SandbankJournal.unexpectedRefusals", "`GET /calls?test=…`, less the numbers expected",
            "SandbankWebhooks.deliver", "the caller posts what is due",
            "SandbankWebhooks.deliverShuffled", "the caller posts what is due",
            "WebhookDelivery.deliver", "the caller posts it");

    /** What is no method, and what is done in Java. */
    private static final Map<String, List<String>> HTTP_ALONE = Map.of(
            "the Javadoc", List.of("GET /openapi.json"),
            "the command `explain`", List.of("POST /operations/{id}/explain"),
            "the dialect's file, or that of a built-in bank in the jar", List.of("GET /bank-openapi.json"),
            "several `Sandbank.start`, each closed by the test",
                    List.of(
                            "GET /sandboxes",
                            "POST /sandboxes",
                            "GET /sandboxes/{id}",
                            "PATCH /sandboxes/{id}",
                            "DELETE /sandboxes/{id}"));

    private final List<Described> operations = ApiDescription.read().operations();

    @Test
    void leavesNothingOnOneSideOnly() {
        Set<String> told = new TreeSet<>(JAVA_ALONE.keySet());
        operations.forEach(operation -> told.addAll(java(operation)));

        assertThat(told).isEqualTo(methods().collect(toCollection(TreeSet::new)));
        assertThat(operations.stream()
                        .filter(operation -> java(operation).isEmpty())
                        .map(Described::toString))
                .containsExactlyInAnyOrderElementsOf(
                        HTTP_ALONE.values().stream().flatMap(List::stream).toList());
    }

    @Test
    void isInTheDocument() throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();

        assertThat(document.substring(begin, document.indexOf("\n\n", begin))).isEqualTo(table());
    }

    private String table() {
        Map<String, String> http = new TreeMap<>(JAVA_ALONE);
        operations.forEach(operation -> java(operation)
                .forEach(method -> http.merge(method, "`" + operation + "`", (one, other) -> one + ", " + other)));
        StringBuilder table = new StringBuilder("| Java | HTTP |\n|---|---|");
        for (Class<?> type : INTERFACES) {
            Map<String, Set<String>> byHttp = new TreeMap<>(names(type)
                    .collect(groupingBy(
                            name -> http.getOrDefault(type.getSimpleName() + "." + name, "nothing"),
                            mapping(name -> "`" + name + "`", toCollection(TreeSet::new)))));
            byHttp.forEach((where, names) -> table.append("\n| ")
                    .append(type.getSimpleName())
                    .append(": ")
                    .append(names.stream().collect(joining(", ")))
                    .append(" | ")
                    .append(where.replace("GET `", "GET /`"))
                    .append(" |"));
        }
        new TreeMap<>(HTTP_ALONE)
                .forEach((java, operations) -> table.append("\n| ")
                        .append(java)
                        .append(" | ")
                        .append(operations.stream().map(one -> "`" + one + "`").collect(joining(", ")))
                        .append(" |"));
        return table.toString();
    }

    private static List<String> java(Described operation) {
        return operation
                .described()
                .path("x-java")
                .valueStream()
                .map(name -> name.asText())
                .toList();
    }

    private static Stream<String> methods() {
        return INTERFACES.stream().flatMap(type -> names(type).map(name -> type.getSimpleName() + "." + name));
    }

    private static Stream<String> names(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .distinct();
    }
}
