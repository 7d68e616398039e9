package dev.sandbank.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.networknt.schema.Error;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import dev.sandbank.internal.model.Ranges;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.text.TextPattern;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks values against the JSON Schemas of a dialect; each schema is compiled once, when it is first needed.
 *
 * <p>So is the library itself: loading it would delay the start of every process.
 */
final class Checker {

    private static final Logger LOG = System.getLogger("dev.sandbank");

    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;

    /**
     * What is wrong with a value, under the name by which the caller knows it; never throws.
     *
     * @param operation whose schema it is, for its author
     */
    List<Violation> check(JsonNode schema, JsonNode value, String name, String operation) {
        BoundedExecution run = new BoundedExecution();
        try {
            return compiled.computeIfAbsent(schema, this::compile).validate(run, value, OutputFormat.DEFAULT).stream()
                    .map(error -> violation(error, name))
                    .toList();
        } catch (RuntimeException | StackOverflowError failure) {
            return List.of(unchecked(failure, run.place(), name, operation));
        }
    }

    /** A value that nobody can say anything about is refused; whoever wrote the schema reads why, and nothing of the value. */
    private static Violation unchecked(Throwable failure, String place, String name, String operation) {
        String reason = failure instanceof UncheckableException
                ? String.valueOf(failure.getMessage())
                : "the check ends with " + failure.getClass().getSimpleName();
        String subject = name.isEmpty() ? "content" : name;
        LOG.log(
                Level.WARNING,
                "{0}: {1} cannot be checked at {2} of its JSON Schema: {3}",
                operation,
                subject,
                place,
                reason);
        String keyword = place.substring(place.lastIndexOf('/') + 1);
        return new Violation(name, keyword, Map.of(), subject + " cannot be checked: " + reason);
    }

    private synchronized Schema compile(JsonNode schema) {
        if (registry == null) {
            registry = registry();
        }
        return registry.getSchema(schema);
    }

    private static SchemaRegistry registry() {
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .formats(RangeFormat.all())
                .formats(EmailAddresses.all())
                .keywords(GuardedKeyword.all())
                .formatKeywordFactory(BoundedFormats::new)
                .build();
        return SchemaRegistry.withDefaultDialect(
                dialect,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .locale(Locale.ENGLISH)
                        .formatAssertionsEnabled(true)
                        .regularExpressionFactory(text -> TextPattern.of(text)::isIn)
                        .build()));
    }

    private static Violation violation(Error error, String name) {
        String property = property(error, name);
        Map<String, Object> params = error.getKeyword().equals("required")
                ? Map.of()
                : Map.of(error.getKeyword(), error.getSchemaNode() == null ? NullNode.instance : error.getSchemaNode());
        return new Violation(
                property,
                error.getKeyword(),
                params,
                (property.isEmpty() ? "content" : property) + " " + message(error));
    }

    private static String message(Error error) {
        return Optional.ofNullable(error.getSchemaNode())
                .filter(node -> error.getKeyword().equals("format"))
                .flatMap(node -> Ranges.form(node.asText()))
                .orElseGet(error::getMessage);
    }

    /** The dotted path of the member at fault; a missing or surplus member is named itself. */
    private static String property(Error error, String name) {
        String path =
                error.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
        String place = join(name, path);
        return error.getProperty() == null ? place : join(place, error.getProperty());
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "." + second;
    }
}
