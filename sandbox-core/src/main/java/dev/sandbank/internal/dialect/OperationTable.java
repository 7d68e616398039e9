package dev.sandbank.internal.dialect;

import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the operations of a bank by method and path. */
public final class OperationTable {

    private final String base;
    private final List<Operation> operations;
    private final PathTable<Operation> paths;

    public OperationTable(Dialect dialect) {
        this.base = dialect.api().base();
        this.operations = dialect.operations().stream()
                .map(operation -> operation.withParameters(dialect.offer().parameters()))
                .toList();
        this.paths = new PathTable<>(operations, operation -> base + operation.path(), Operation::method);
    }

    /** Whether a path is below the base, where every request needs a credential. */
    public boolean guards(String path) {
        return path.equals(base) || path.startsWith(base + "/");
    }

    public Route find(String method, String path) {
        return paths.find(method, path)
                .<Route>map(found -> new Route.Found(found.operation(), found.parameters()))
                .orElseGet(() -> missed(paths.allowed(path)));
    }

    private static Route missed(Set<String> allowed) {
        return allowed.isEmpty() ? new Route.Unknown() : new Route.WrongMethod(allowed);
    }

    /** Returns the path of an operation with its parameters filled in. */
    public Optional<String> pathOf(String operationId, List<String> arguments) {
        return operations.stream()
                .filter(operation -> operation.id().equals(operationId))
                .findFirst()
                .map(operation -> PathTemplate.of(base + operation.path()).fill(arguments));
    }
}
