package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that a schema makes costly, whatever its author wrote: judged in so many steps, or refused at input. */
class CostlyContentTest {

    private static final Map<String, String> SCHEMAS = Map.ofEntries(
            Map.entry("enum", "enum: [a, 1, [2]]"),
            Map.entry("const", "const: 1"),
            Map.entry("multiple", "multipleOf: 0.01"),
            Map.entry("least", "minimum: 1, maximum: 10"),
            Map.entry("unique", "type: array, uniqueItems: true"),
            Map.entry("words", "type: string, pattern: \"^([a-z]+ ?)+$\""),
            Map.entry("letters", "type: string, pattern: \"(.*a){25}\""),
            Map.entry("counted", "type: string, pattern: \"[a-z]{0,900}$x\""),
            Map.entry("names", "patternProperties: {\"^(x_[a-z]+)+$\": {type: integer}}, additionalProperties: false"),
            Map.entry("mail", "type: string, format: email"),
            Map.entry("mails", "type: array, items: {type: string, format: email}"),
            Map.entry("texts", "type: array, items: {type: string}"),
            Map.entry("self", "$ref: \"#/properties/v\""),
            Map.entry("tree", "type: object, properties: {n: {$ref: \"#/properties/v\"}}, additionalProperties: false"),
            Map.entry(
                    "logic",
                    "oneOf: [{type: boolean}, {type: object, properties: {op: {const: and}, of: {$ref: \"#/properties/v\"}}, required: [op, of]},"
                            + " {type: object, properties: {op: {const: or}, of: {$ref: \"#/properties/v\"}}, required: [op, of]},"
                            + " {type: object, properties: {op: {const: not}, of: {$ref: \"#/properties/v\"}}, required: [op, of]}]"));

    private static final String DIALECT = "collections: {notes: {visible: all}}\noperations:\n"
            + SCHEMAS.entrySet().stream()
                    .map(each -> operation(each.getKey(), each.getValue()))
                    .collect(Collectors.joining());

    @AutoClose
    private static final TinyBank BANK = TinyBank.start(DIALECT, "");

    private static String operation(String id, String schema) {
        return "  - {id: " + id + ", method: POST, path: /" + id + ", scopes: [write],"
                + " body: {mediaTypes: [application/json], required: true, schema: {type: object, properties: {v: {"
                + schema
                + "}}}}, work: {create: {collection: notes}}, reply: {body: {}}}\n";
    }

    static Stream<String> numbers() {
        return Stream.of(
                "1e3000000",
                "1e999999999",
                "-1e-999999999",
                "1e2147483648",
                "-1E-99999999999",
                "1e" + "9".repeat(20),
                "9".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void isNoNumberWithoutEnd(String number) {
        for (String operation : List.of("enum", "const", "multiple", "least")) {
            assertThat(sent(operation, number)).hasStatus(400).wasRefusedAt("input", DenialReason.BODY_MALFORMED);
        }
        assertThat(sent("unique", "[" + number + "," + number + "]"))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.BODY_MALFORMED);
        assertThat(sent("enum", "[" + number + "]")).hasStatus(400).wasRefusedAt("input", DenialReason.BODY_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "enum, 1.0, true",
        "enum, 1e499, false",
        "const, 1e499, false",
        "multiple, 1e499, true",
        "multiple, 1e-499, false",
        "least, 1e499, false",
        "least, 9.99, true"
    })
    void isAnyNumberOfASize(String operation, String number, boolean good) {
        assertThat(sent(operation, number)).hasStatus(good ? 200 : 400);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 4_000, 60_000, 1_000_000})
    void isATextOfManyWords(int length) {
        String words = "a ".repeat(length / 2);

        assertThat(sent("words", '"' + words + '"')).hasStatus(200);
        assertThat(sent("words", '"' + words + "!\"")).hasStatus(400).wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    @ParameterizedTest
    @CsvSource({"24, false", "25, true", "40, true", "300000, true"})
    void isATextThatCouldBeTakenApartInManyWays(int length, boolean good) {
        assertThat(sent("letters", '"' + "a".repeat(length) + '"')).hasStatus(good ? 200 : 400);
        assertThat(sent("letters", '"' + "b".repeat(length) + '"'))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    @Test
    void isMembersWhoseNamesArePatterns() {
        assertThat(sent("names", "{\"" + "x_ab".repeat(200) + "\": 1}")).hasStatus(200);
        assertThat(sent("names", "{\"" + "x_ab".repeat(200) + "!\": 1}"))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 60})
    void isNestedAsDeepAsItsSchemaAllows(int depth) {
        assertThat(sent("tree", "{\"n\":".repeat(depth) + "{}" + "}".repeat(depth)))
                .hasStatus(200);
        assertThat(sent("tree", "{\"n\":".repeat(depth) + "1" + "}".repeat(depth)))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 900, 100_000})
    void isNestedDeeper(int depth) {
        assertThat(sent("tree", "{\"n\":".repeat(depth) + "{}" + "}".repeat(depth)))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.BODY_MALFORMED);
    }

    @Test
    void isRefusedIfItsSchemaAsksWithoutEnd() {
        unchecked("self", "1", "the check ends with StackOverflowError");
    }

    @Test
    void isRefusedIfItsSchemaAsksTheSameTooOften() {
        String logic = "{\"op\":\"and\",\"of\":".repeat(5) + "true" + "}".repeat(5);
        String more = "{\"op\":\"and\",\"of\":".repeat(60) + "true" + "}".repeat(60);

        assertThat(sent("logic", logic)).hasStatus(200);
        unchecked("logic", more, "it would take too long");
    }

    @Test
    void isRefusedIfItsPatternTakesTooManySteps() {
        assertThat(sent("counted", '"' + "a".repeat(1_000) + '"'))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
        unchecked("counted", '"' + "a".repeat(1_000_000) + '"', "it would take too long");
    }

    @Test
    void isRefusedIfItsElementsCannotBeToldApart() {
        String many =
                IntStream.range(0, 16_384).mapToObj(CostlyContentTest::collides).collect(elements());
        String apart = IntStream.range(0, 30_000).mapToObj(String::valueOf).collect(elements());

        assertThat(sent("unique", apart)).hasStatus(200);
        assertThat(sent("unique", apart.replace("29999", "29998")))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
        unchecked("unique", many, "it would take too long");
    }

    @Test
    void isRefusedIfItIsLongerThanAnyTextOfItsFormat() {
        assertThat(sent("mail", "\"ann@example.com\"")).hasStatus(200);
        unchecked("mails", "[\"" + ("@".repeat(1_000) + "\",\"").repeat(1_000) + "\"]", "it would take too long");
        unchecked("mail", '"' + "@".repeat(1_000_000) + '"', "it has more than 1024 characters");
    }

    @Test
    void isToldAHundredThingsThatAreWrongAndNoMore() {
        Answer answer = sent("texts", "[" + "1,".repeat(300_000) + "1]").send();

        assertThat(answer).hasStatus(400).wasRefusedAt("input", DenialReason.INPUT_INVALID);
        assertThat(answer.text("/text").split("; ")).hasSize(100);
    }

    /** The caller and the author are told; neither is told the content. */
    private static void unchecked(String operation, String value, String reason) {
        try (LoggedLines log = LoggedLines.of("dev.sandbank")) {
            Answer answer = sent(operation, value).send();

            assertThat(answer).hasStatus(400).wasRefusedAt("input", DenialReason.INPUT_INVALID);
            assertThat(answer.text("/text")).isEqualTo("content cannot be checked: " + reason);
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith(operation + ": "))
                    .singleElement()
                    .asString()
                    .startsWith(operation + ": content cannot be checked at ")
                    .endsWith(" of its JSON Schema: " + reason)
                    .hasSizeLessThan(300);
        }
    }

    private static HttpCall sent(String operation, String value) {
        return BANK.as("ann", "POST", "/" + operation).json("{\"v\":" + value + "}");
    }

    private static Collector<CharSequence, ?, String> elements() {
        return Collectors.joining("\",\"", "[\"", "\"]");
    }

    /** Texts of one hash. */
    private static String collides(int number) {
        return IntStream.range(0, 14)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }
}
