package dev.sandbank.internal.dialect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds operations by method and path: literal paths come before those with parameters, text around a parameter
 * before none, and {@code GET} answers {@code HEAD}.
 */
public final class PathTable<T> {

    private final List<Line<T>> lines;

    private record Line<T>(PathTemplate template, String method, T operation) {}

    /** The operation of a call, and the parameters in its path. */
    public record Match<T>(T operation, Map<String, String> parameters) {}

    public PathTable(List<T> operations, Function<T, String> path, Function<T, String> method) {
        lines = operations.stream()
                .map(each -> new Line<>(PathTemplate.of(path.apply(each)), method.apply(each), each))
                .sorted(Comparator.comparingInt(
                                (Line<T> line) -> line.template().around())
                        .reversed())
                .toList();
    }

    public Optional<Match<T>> find(String method, String path) {
        return Optional.ofNullable(at(path).get(method.equals("HEAD") ? "GET" : method));
    }

    /** Returns the methods of a path; empty if there is nothing. */
    public Set<String> allowed(String path) {
        Set<String> allowed = new TreeSet<>(at(path).keySet());
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return allowed;
    }

    private Map<String, Match<T>> at(String path) {
        Map<String, Match<T>> byMethod = new TreeMap<>();
        List<String> segments = PathTemplate.split(path);
        int fewest = Integer.MAX_VALUE;
        for (Line<T> line : lines) {
            Optional<Map<String, String>> parameters = line.template().match(segments);
            int count = parameters.map(Map::size).orElse(Integer.MAX_VALUE);
            if (parameters.isPresent() && count <= fewest) {
                if (count < fewest) {
                    byMethod.clear();
                }
                fewest = count;
                byMethod.putIfAbsent(line.method(), new Match<>(line.operation(), parameters.get()));
            }
        }
        return byMethod;
    }
}
