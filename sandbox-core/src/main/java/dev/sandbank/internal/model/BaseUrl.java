package dev.sandbank.internal.model;

import java.util.List;
import java.util.function.Supplier;

/**
 * Scheme, host, port and path by which callers address a sandbox or one of its environments, without a slash at the
 * end.
 */
@FunctionalInterface
public interface BaseUrl extends Supplier<String> {

    /** Returns the one that the current caller uses. */
    @Override
    String get();

    /** Returns all that a caller may use. */
    default List<String> all() {
        return List.of(get());
    }

    /** Returns the same with a path appended. */
    default BaseUrl below(String path) {
        BaseUrl above = this;
        return new BaseUrl() {
            @Override
            public String get() {
                return above.get() + path;
            }

            @Override
            public List<String> all() {
                return above.all().stream().map(base -> base + path).toList();
            }
        };
    }
}
