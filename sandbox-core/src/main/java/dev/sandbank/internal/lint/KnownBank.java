package dev.sandbank.internal.lint;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.SecurityScheme;
import dev.sandbank.internal.model.operation.WorkRule;
import dev.sandbank.internal.model.operation.WorkRule.ListRule;
import dev.sandbank.internal.model.operation.WorkRule.PageRule;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** Returns how a list is cut into pages; empty if it is not, or it is no list. */
    Optional<PageRule> pages(String operation) {
        return operation(operation).map(Operation::work).map(WorkRule::list).map(ListRule::pages);
    }

    /** Whether an operation serves clients themselves, and no user. */
    boolean servesClientsOnly(String operation) {
        return operation(operation)
                .map(known -> known.subjects().equals(List.of("client")))
                .orElse(false);
    }

    /** Whether an operation serves clients themselves and all users. */
    boolean servesEverybody(String operation) {
        return operation(operation).map(known -> known.subjects().isEmpty()).orElse(false);
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
