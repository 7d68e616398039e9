package dev.sandbank.internal.lint;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the rules need to know of the bank whose calls they look at. */
final class KnownBank {

    private final Map<String, Operation> operations = new LinkedHashMap<>();

    KnownBank(Dialect dialect) {
        dialect.operations().forEach(operation -> operations.put(operation.id(), operation));
    }

    /** Returns the guarded operation of a name; the endpoints of the token server are none. */
    Optional<Operation> operation(String id) {
        return Optional.ofNullable(operations.get(id));
    }

    /** Returns the parameters in the query in which the bank itself wants a key. */
    Set<String> keysInQuery(String operation) {
        return operation(operation).stream()
                .flatMap(known -> known.requirements().stream())
                .flatMap(way -> way.schemes().stream())
                .filter(scheme -> scheme.isKeyIn("query"))
                .map(SecurityScheme::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
