package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.OperationTable;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.input.ReadInput;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.text.TextPattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all sandboxes of one dialect share, made ready once: it holds no state of any of them.
 *
 * @param dialect the data
 * @param table its operations by path
 * @param phrasebook its refusals
 * @param readInput its schemas, compiled as they are needed
 * @param acting what a header or parameter that names whom a call is made for must look like, where there is one
 * @param echoed the fields of a request that its replies repeat
 * @param fields all header fields that its operations read, in lower case
 */
public record BankDefinition(
        Dialect dialect,
        OperationTable table,
        Phrasebook phrasebook,
        ReadInput readInput,
        Optional<TextPattern> acting,
        List<String> echoed,
        Set<String> fields) {

    /** The facts that are fields of the request, such as {@code header.X-Request-ID}. */
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
                fields(dialect, echoed));
    }

    private static Set<String> fields(Dialect dialect, List<String> echoed) {
        Stream<Parameter> parameters = Stream.concat(
                dialect.offer().parameters().stream(),
                dialect.operations().stream().flatMap(spec -> spec.parameters().stream()));
        Stream<String> read =
                parameters.filter(one -> one.in().equals("header")).map(Parameter::name);
        Stream<String> acting = Stream.ofNullable(dialect.impersonation()).map(Dialect.Impersonation::name);
        return Stream.of(read, acting, echoed.stream())
                .flatMap(names -> names)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The query parameter that names whom a call is made for. */
    private static Set<String> readBefore(Dialect dialect) {
        return Optional.ofNullable(dialect.impersonation())
                .map(Dialect.Impersonation::parameter)
                .map(Set::of)
                .orElse(Set.of());
    }
}
