package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.OperationTable;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.dialect.Visibility;
import dev.sandbank.internal.input.ReadInput;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.model.operation.SecurityScheme;
import dev.sandbank.internal.text.TextPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts that all sandboxes of one dialect share, prepared once; without any sandbox's state.
 *
 * @param dialect the dialect
 * @param table its operations by path
 * @param phrasebook its refusals
 * @param readInput its schemas, compiled as they are needed
 * @param acting the grammar of the header or parameter that names the user of a call, if there is one
 * @param echoed the fields of a request that its replies repeat
 * @param watched the collections whose changes make events, and the names of what else does
 * @param secrets the names of keys in queries, cookies and content, including that of uploads
 * @param fields all header fields that its operations read, in lower case
 */
public record BankDefinition(
        Dialect dialect,
        OperationTable table,
        Phrasebook phrasebook,
        ReadInput readInput,
        Optional<TextPattern> acting,
        List<String> echoed,
        Set<String> fields,
        Set<String> watched,
        Set<String> secrets) {

    /** The prefix of facts that are fields of the request, such as {@code header.X-Request-ID}. */
    static final String ECHO = "header.";

    public static BankDefinition of(Dialect dialect) {
        List<String> echoed = Phrasebook.named(dialect.api().headers().values(), ECHO);
        return new BankDefinition(
                dialect,
                new OperationTable(dialect),
                new Phrasebook(dialect),
                new ReadInput(dialect.offer().components(), readBefore(dialect)),
                Optional.ofNullable(dialect.impersonation()).map(rule -> TextPattern.of(rule.pattern())),
                echoed,
                fields(dialect, echoed),
                dialect.offer().watched(),
                secrets(dialect));
    }

    private static Set<String> secrets(Dialect dialect) {
        Set<String> names = new HashSet<>(keys(dialect, "query", "cookie", "body"));
        if (dialect.collections().values().stream()
                .anyMatch(rule -> !rule.uploaded().isEmpty())) {
            names.add(Visibility.UPLOAD_KEY);
        }
        return names;
    }

    private static Set<String> fields(Dialect dialect, List<String> echoed) {
        Stream<Parameter> parameters = Stream.concat(
                dialect.offer().parameters().stream(),
                dialect.operations().stream().flatMap(spec -> spec.parameters().stream()));
        Stream<String> read =
                parameters.filter(one -> one.in().equals("header")).map(Parameter::name);
        Stream<String> acting = Stream.ofNullable(dialect.impersonation()).map(Dialect.Impersonation::name);
        Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        keys.addAll(keys(dialect, "header"));
        return Stream.of(read, acting, echoed.stream())
                .flatMap(names -> names)
                .filter(name -> !keys.contains(name))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the query parameters that name the user of a call, and its client. */
    private static Set<String> readBefore(Dialect dialect) {
        Set<String> names = new HashSet<>(keys(dialect, "query"));
        Optional.ofNullable(dialect.impersonation())
                .map(Dialect.Impersonation::parameter)
                .ifPresent(names::add);
        return names;
    }

    /** Returns the names of keys in these places; of those in the content, the last step. */
    private static List<String> keys(Dialect dialect, String... places) {
        List<String> names = new ArrayList<>();
        for (SecurityScheme scheme : dialect.offer().security().values()) {
            if (scheme.isKey() && Arrays.asList(places).contains(scheme.in())) {
                String field = scheme.field();
                names.add(scheme.isKeyIn("body") ? field.substring(field.lastIndexOf('/') + 1) : field);
            }
        }
        return names;
    }
}
