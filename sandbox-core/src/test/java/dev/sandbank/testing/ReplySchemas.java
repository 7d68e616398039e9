package dev.sandbank.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.sandbank.Decision.Gate;
import dev.sandbank.Sandbank;
import dev.sandbank.internal.dialect.ApiDescription;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Offer;
import dev.sandbank.internal.fixture.FixtureLibrary;
import dev.sandbank.internal.input.ReplyCheck;
import dev.sandbank.internal.model.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one bank may answer: every answer in the tests is held against its description, and what the token server says against schemas of
 * the tests' own.
 */
public final class ReplySchemas {

    private static final String FOLDER = "/dev/sandbank/replies/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final Map<String, Optional<Schema>> READ = new ConcurrentHashMap<>();
    private static final Map<String, Optional<Described>> DESCRIBED = new ConcurrentHashMap<>();

    /** A bank with a description, and an operation that has all of its refusals. */
    private record Described(ReplyCheck check, Set<String> operations) {

        static Optional<Described> of(String bank) {
            return new FixtureLibrary()
                    .dialects()
                    .named(bank)
                    .map(Dialect::offer)
                    .map(Offer::description)
                    .map(ApiDescription::replies)
                    .map(replies -> new Described(
                            new ReplyCheck(replies), replies.operations().keySet()));
        }

        void check(Answer answer) {
            String operation = answer.decision().operation();
            String known = operations.contains(operation)
                    ? operation
                    : operations.iterator().next();
            assertThat(check.wrong(known, Reply.of(answer.status(), "application/json", answer.body())).stream()
                            .filter(told -> !told.startsWith("content cannot be checked")))
                    .as("reply to " + answer.exchange().target() + ": " + answer.body())
                    .isEmpty();
        }
    }

    private final String bank;

    private ReplySchemas(String bank) {
        this.bank = bank;
    }

    public static ReplySchemas of(Sandbank bank) {
        return new ReplySchemas(bank.bankName());
    }

    public static boolean has(String bank, String operation) {
        return described(bank)
                .filter(known -> known.operations().contains(operation))
                .isPresent();
    }

    private static Optional<Described> described(String bank) {
        return DESCRIBED.computeIfAbsent(bank, Described::of);
    }

    void check(Answer answer) {
        if (isChangedByAFault(answer) || isPage(answer)) {
            return;
        }
        String operation = answer.decision().operation();
        if (answer.method().equals("HEAD") || answer.status() == 204 || answer.status() == 304) {
            assertThat(answer.body()).as("body of " + answer.method()).isEmpty();
        } else if (has(bank, operation)) {
            checkDescribed(answer);
        } else if (answer.status() < 300) {
            read(bank + "/" + name(answer)).ifPresent(schema -> check(schema, answer));
        } else if (answer.status() >= 400) {
            checkError(answer);
        }
    }

    private void checkDescribed(Answer answer) {
        described(bank).orElseThrow().check(answer);
        assertThat(answer.header("Content-Type")).contains(contentType(answer.json()));
        if (answer.json().has("status") && answer.json().has("occurredAt")) {
            assertThat(answer.at("/status").asInt()).isEqualTo(answer.status());
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
        if (answer.json().path("error").isTextual()) {
            check(read("oauth-error").orElseThrow(), answer);
        } else if (described(bank).isPresent()) {
            checkDescribed(answer);
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
