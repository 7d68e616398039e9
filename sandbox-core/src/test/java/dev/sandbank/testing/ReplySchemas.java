package dev.sandbank.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.sandbank.Decision.Gate;
import dev.sandbank.Sandbank;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The JSON Schemas of one bank's replies, written from its contract: every answer in the tests is held against them. */
public final class ReplySchemas {

    private static final String FOLDER = "/dev/sandbank/fixtures/schemas/replies/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final Map<String, Optional<Schema>> READ = new ConcurrentHashMap<>();

    private final String bank;

    /** The banks whose errors have a schema. */
    private static final List<String> DESCRIBED = List.of("apiture", "uphold");

    private ReplySchemas(String bank) {
        this.bank = bank;
    }

    public static ReplySchemas of(Sandbank bank) {
        return new ReplySchemas(bank.bankName());
    }

    public static boolean has(String bank, String operation) {
        return read(bank + "/" + operation).isPresent();
    }

    void check(Answer answer) {
        if (isChangedByAFault(answer)) {
            return;
        }
        if (answer.method().equals("HEAD") || answer.status() == 204) {
            assertThat(answer.body()).as("body of " + answer.method()).isEmpty();
        } else if (answer.status() < 300) {
            read(bank + "/" + name(answer)).ifPresent(schema -> check(schema, answer));
        } else if (answer.status() >= 400 && !isPage(answer)) {
            checkError(answer);
        }
    }

    private static boolean isChangedByAFault(Answer answer) {
        List<Gate> gates = answer.decision().gates();
        Gate last = gates.get(gates.size() - 1);
        return last.name().equals("fault") && last.saw().contains("a good reply");
    }

    /** The token endpoint says more where a person signed in. */
    private static String name(Answer answer) {
        String operation = answer.decision().operation();
        boolean signedIn =
                operation.equals("token") && !answer.exchange().requestBody().contains("=client_credentials");
        return signedIn ? "token-for-user" : operation;
    }

    /** People are told by pages. */
    private static boolean isPage(Answer answer) {
        return answer.header("Content-Type").orElse("").equals("text/html;charset=UTF-8");
    }

    private void checkError(Answer answer) {
        boolean oauth = answer.json().has("error");
        String name = oauth ? "oauth-error" : bank + "/error";
        Optional<Schema> schema = read(name);
        assertThat(schema.isPresent() || !DESCRIBED.contains(bank))
                .as("schema of " + name)
                .isTrue();
        schema.ifPresent(known -> check(known, answer));
        if (!oauth && answer.json().has("status")) {
            assertThat(answer.at("/status").asInt()).isEqualTo(answer.status());
        }
    }

    private static void check(Schema schema, Answer answer) {
        JsonNode body = answer.json();
        assertThat(schema.validate(body))
                .as("reply to " + answer.exchange().target() + ": " + body)
                .isEmpty();
        assertThat(answer.header("Content-Type")).contains(contentType(body));
    }

    /** Only problems have a media type of their own. */
    private static String contentType(JsonNode body) {
        return body.has("occurredAt") ? "application/problem+json" : "application/json";
    }

    private static Optional<Schema> read(String name) {
        return READ.computeIfAbsent(name, path -> {
            try (InputStream in = ReplySchemas.class.getResourceAsStream(FOLDER + path + ".schema.json")) {
                return Optional.ofNullable(in).map(REGISTRY::getSchema);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
