package dev.sandbank.internal.input;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.EmailFormat;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.IdnEmailFormat;
import com.networknt.schema.keyword.FormatKeyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.Components;
import dev.sandbank.internal.model.operation.Ranges;
import dev.sandbank.internal.text.Same;
import dev.sandbank.internal.text.TextPattern;
import dev.sandbank.internal.text.WholeNumbers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks values against the JSON Schemas of a dialect; each schema is compiled when it is first needed.
 *
 * <p>The library itself is loaded then, too: loading it earlier would delay the start of every process.
 */
public final class Checker {

    private static final Logger LOG = System.getLogger("dev.sandbank");

    private final Components components;
    private final Map<Same, Schema> compiled = new ConcurrentHashMap<>();
    private @Nullable SchemaCompiler compiler;

    /**
     * Checks values by schemas.
     *
     * @param components the schemas that others may refer to
     */
    public Checker(Components components) {
        this.components = components;
    }

    /**
     * Returns the errors of a value, under the name by which the caller knows it; never throws.
     *
     * @param operation the operation of the schema, for its author
     */
    public List<Violation> check(JsonNode schema, JsonNode value, String name, String operation) {
        BoundedExecution run = new BoundedExecution();
        try {
            return compiled
                    .computeIfAbsent(new Same(schema), key -> compile(schema))
                    .validate(run, WholeNumbers.comparable(value), OutputFormat.DEFAULT)
                    .stream()
                    .map(error -> violation(error, name))
                    .toList();
        } catch (RuntimeException | StackOverflowError failure) {
            return List.of(unchecked(failure, run.place(), name, operation));
        }
    }

    /** Refuses a value that cannot be checked; the author of the schema learns why, without seeing the value. */
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
        if (compiler == null) {
            compiler = new SchemaCompiler(registry(), components);
        }
        return compiler.compile(schema);
    }

    private static SchemaRegistry registry() {
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .formats(RangeFormat.all())
                .formats(EmailAddresses.all())
                .keywords(GuardedKeyword.all())
                .formatKeywordFactory(BoundedFormats::new)
                .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
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
                (property.isEmpty() ? "content" : property) + " " + message(error),
                name.isEmpty() ? pointer(error) : null);
    }

    private static String pointer(Error error) {
        JsonPointer place = JsonPointer.compile(error.getInstanceLocation().toString());
        return (error.getProperty() == null ? place : place.appendProperty(error.getProperty())).toString();
    }

    private static String message(Error error) {
        return Optional.ofNullable(error.getSchemaNode())
                .filter(node -> error.getKeyword().equals("format"))
                .flatMap(node -> Ranges.form(node.asText()))
                .orElseGet(error::getMessage);
    }

    /** Returns the dotted path of the member at fault; a missing or extra member is named itself. */
    private static String property(Error error, String name) {
        String path =
                error.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
        String place = join(name, path);
        return error.getProperty() == null ? place : join(place, error.getProperty());
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "." + second;
    }

    /**
     * A format for texts in JSON Schemas that the standard does not have: ranges.
     *
     * @param name the value of {@code format}
     */
    private record RangeFormat(String name) implements Format {

        static List<RangeFormat> all() {
            return Ranges.formats().stream().map(RangeFormat::new).toList();
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, String text) {
            return Ranges.fits(name, text);
        }
    }

    /**
     * Accepts e-mail addresses, also at domains for tests and documents (RFC 2606 §2) or for internal use: the library
     * knows only public domains.
     *
     * @param known the library's format
     */
    private record EmailAddresses(Format known) implements Format {

        private static final Pattern RESERVED = Pattern.compile("(?i)\\.(test|example|invalid|localhost|internal)$");

        static List<EmailAddresses> all() {
            return List.of(new EmailAddresses(new EmailFormat()), new EmailAddresses(new IdnEmailFormat()));
        }

        @Override
        public String getName() {
            return known.getName();
        }

        @Override
        public boolean matches(ExecutionContext context, String text) {
            Matcher reserved = RESERVED.matcher(text);
            return known.matches(context, reserved.find() ? text.substring(0, reserved.start()) + ".com" : text);
        }
    }

    /**
     * The formats of texts, with a length limit: the library's own patterns recurse, and some take time that grows
     * with the square of the text.
     */
    private static final class BoundedFormats extends FormatKeyword {

        /** The formats that are parsed without a pattern. */
        private static final Set<String> LONG = Set.of("uri", "uri-reference", "iri", "iri-reference", "regex");

        private static final int LONGEST = 8_192;
        private static final int LONGEST_OF_A_PATTERN = 1_024;

        BoundedFormats(Map<String, Format> formats) {
            super(formats);
        }

        @Override
        public KeywordValidator newValidator(
                SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
            boolean isLong = LONG.contains(node.asText());
            return new GuardedKeyword.Guarded(
                    super.newValidator(location, node, parent, context),
                    parent.getSchemaNode(),
                    (run, schema, value) -> value.isTextual()
                            && GuardedKeyword.isOfLength(schema, value)
                            && isBounded(run, value.textValue().length(), isLong));
        }

        private static boolean isBounded(BoundedExecution run, int length, boolean isLong) {
            int longest = isLong ? LONGEST : LONGEST_OF_A_PATTERN;
            if (length > longest) {
                throw new UncheckableException("it has more than " + longest + " characters");
            }
            run.spend(isLong ? length : (long) length * length);
            return true;
        }
    }
}
