package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.testing.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ajv and a YAML language server make of it, the integration tests show. */
class SchemaTest {

    private static final String MUSTERBANK = "dev/sandbank/fixtures/examples/musterbank/dialect.yaml";

    private static final Set<String> BY_NAME = Set.of("properties", "patternProperties", "$defs");
    private static final Set<String> OF_CHILDREN = Set.of("items", "additionalProperties");
    private static final Set<String> OF_THE_SAME_VALUE = Set.of("if", "then", "else", "not", "allOf", "anyOf", "oneOf");

    @ParameterizedTest
    @ValueSource(strings = {"--bank apiture", "--bank uphold", "--dialect " + MUSTERBANK, "dialect"})
    void isOneDocumentInWhichEveryMemberIsDescribed(String what) {
        JsonNode schema = schema(what.split(" "));

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asText()).startsWith("https://sandbank.dev/fixtures/");
        assertThat(schema.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(schema.at(reference.substring(1)).isObject())
                    .as(reference)
                    .isTrue();
        });
        assertThat(schema.toString()).doesNotContain("\"x-");
        List<String> silent = new ArrayList<>();
        walk(schema, schema, "", Set.of(), silent);
        assertThat(silent).isEmpty();
    }

    @Test
    void knowsTheScopesGrantsStatesAndSettingsOfABuiltInBank() {
        JsonNode schema = schema("--bank", "apiture");
        JsonNode client = schema.at("/$defs/common-client/properties");

        assertThat(schema.at("/properties/bank/const").asText()).isEqualTo("apiture");
        assertThat(schema.at("/$defs/common-scopes/items/anyOf").findValuesAsText("const"))
                .contains("banking/read", "openid");
        assertThat(client.at("/grants/items/enum").toString())
                .isEqualTo("[\"client_credentials\",\"authorization_code\",\"refresh_token\"]");
        assertThat(client.at("/authMethods/items/enum").toString()).contains("private_key_jwt");
        assertThat(schema.at("/$defs/common-signingAlg/enum").toString()).contains("RS256");
        assertThat(schema.at("/$defs/common-status/anyOf").findValuesAsText("const"))
                .contains("active", "blocked", "disabled", "read-only");
        assertThat(schema.at("/$defs/common-settings/properties/transferProcessing"))
                .isEqualTo(Answer.parse("""
                        {"title": "a string", "type": "string", "enum": ["immediate", "cutOff"], "default": "immediate",
                         "description": "When transfers of a day are made: once the day has begun, or at its cut-off time. Default: immediate."}"""));
        assertThat(schema.at("/$defs/common-settings/additionalProperties").isBoolean())
                .isTrue();
    }

    @Test
    void knowsThePermissionsAndTheWordsOfCollectionsOfOnesOwnBank() {
        JsonNode schema = schema("--dialect", MUSTERBANK);
        JsonNode payment = schema.at("/$defs/collection-payments/items/properties");

        assertThat(schema.at("/properties/bank/examples/0").asText()).isEqualTo(MUSTERBANK);
        assertThat(schema.at("/$defs/common-status/anyOf").isMissingNode()).isTrue();
        assertThat(schema.at("/$defs/users/items/properties/status/anyOf").findValuesAsText("const"))
                .containsExactly("active", "blocked", "disabled", "dormant");
        assertThat(schema.at("/$defs/entitlements/items/properties/allow/items/enum")
                        .toString())
                .contains("\"pay\"");
        assertThat(payment.at("/transactionStatus/examples").toString()).isEqualTo("[\"CANC\",\"PDNG\",\"RCVD\"]");
        assertThat(payment.at("/psu/description").asText()).startsWith("The id of the user");
    }

    @Test
    void isWrittenToAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("apiture.schema.json");

        assertThat(Ran.command("schema", "--bank", "apiture", "--out", file.toString()))
                .isEqualTo(new Ran(0, "", ""));
        assertThat(Files.readString(file))
                .isEqualTo(Ran.command("schema", "--bank", "apiture").out());
    }

    @Test
    void tellsWhatIsWrongWithADialect(@TempDir Path folder) throws IOException {
        Path bad = Files.writeString(folder.resolve("dialect.yaml"), "dialect: mine\ntitle: Mine\napi: 5\n");

        Ran ran = Ran.command("schema", "--dialect", bad.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(bad + ":3: api: found the number 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--bank apiture dialect", "fixture", "--bank apitur"})
    void isAskedForOneBankOrForDialects(String what) {
        assertThat(Ran.command(("schema " + what).trim().split(" ")).exitCode()).isEqualTo(2);
    }

    private static JsonNode schema(String... what) {
        Ran ran = Ran.command(("schema " + String.join(" ", what)).split(" "));
        assertThat(ran.err()).isEmpty();
        return Answer.parse(ran.out());
    }

    /** @param declared the members that schemas around this one describe, which it may only narrow down */
    private static void walk(JsonNode root, JsonNode schema, String place, Set<String> declared, List<String> silent) {
        Set<String> known = new TreeSet<>(declared);
        if (schema.has("$ref")) {
            names(resolved(root, schema)).forEach(known::add);
        }
        for (String member : names(schema)) {
            JsonNode described = schema.path("properties").path(member);
            if (!known.contains(member)
                    && described.isObject()
                    && description(root, described).isEmpty()) {
                silent.add(place + "/properties/" + member);
            }
        }
        known.addAll(names(schema));
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            String inner = place + "/" + keyword.getKey();
            Set<String> around = OF_THE_SAME_VALUE.contains(keyword.getKey()) ? known : Set.of();
            inside(keyword).forEach((name, each) -> walk(root, each, inner + name, around, silent));
        }
    }

    /** The schemas within a keyword, each with its way there. */
    private static Map<String, JsonNode> inside(Map.Entry<String, JsonNode> keyword) {
        Map<String, JsonNode> schemas = new TreeMap<>();
        if (BY_NAME.contains(keyword.getKey())) {
            keyword.getValue().properties().forEach(each -> schemas.put("/" + each.getKey(), each.getValue()));
        } else if (keyword.getValue().isArray() && OF_THE_SAME_VALUE.contains(keyword.getKey())) {
            keyword.getValue().forEach(each -> schemas.put("/" + schemas.size(), each));
        } else if (OF_THE_SAME_VALUE.contains(keyword.getKey()) || OF_CHILDREN.contains(keyword.getKey())) {
            schemas.put("", keyword.getValue());
        }
        return schemas;
    }

    private static Set<String> names(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String description(JsonNode root, JsonNode schema) {
        String own = schema.path("description").asText();
        return own.isEmpty() && schema.has("$ref") ? description(root, resolved(root, schema)) : own;
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
    }
}
