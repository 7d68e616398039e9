package dev.sandbank.internal.dialect;

import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All operations of a bank, found by method and path. */
public final class OperationTable {

    private final String base;
    private final List<Line> lines;

    private record Line(PathTemplate template, Operation operation) {}

    public OperationTable(Dialect dialect) {
        String path = dialect.api().base();
        this.base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        this.lines = dialect.operations().stream()
                .map(operation -> operation.withParameters(dialect.offer().parameters()))
                .map(operation -> new Line(PathTemplate.of(base + operation.path()), operation))
                .toList();
    }

    /** Whether a path is below the base, where every request needs a credential. */
    public boolean guards(String path) {
        return path.equals(base) || path.startsWith(base + "/");
    }

    /** Finds the operation; literal paths hide those with parameters, and {@code HEAD} is answered by {@code GET}. */
    public Route find(String method, String path) {
        Map<String, Route.Found> byMethod = new TreeMap<>();
        int fewest = Integer.MAX_VALUE;
        for (Line line : lines) {
            Optional<Map<String, String>> parameters = line.template().match(path);
            int count = parameters.map(Map::size).orElse(Integer.MAX_VALUE);
            if (parameters.isPresent() && count <= fewest) {
                if (count < fewest) {
                    byMethod.clear();
                }
                fewest = count;
                byMethod.putIfAbsent(line.operation().method(), new Route.Found(line.operation(), parameters.get()));
            }
        }
        if (byMethod.isEmpty()) {
            return new Route.Unknown();
        }
        Route.Found found = byMethod.get(method.equals("HEAD") ? "GET" : method);
        return found == null ? new Route.WrongMethod(allowed(byMethod.keySet())) : found;
    }

    private static Set<String> allowed(Set<String> methods) {
        Set<String> allowed = new TreeSet<>(methods);
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return allowed;
    }

    /** The path of an operation with its parameters filled in. */
    public Optional<String> pathOf(String operationId, List<String> arguments) {
        return lines.stream()
                .filter(line -> line.operation().id().equals(operationId))
                .findFirst()
                .map(line -> line.template().fill(arguments));
    }
}
