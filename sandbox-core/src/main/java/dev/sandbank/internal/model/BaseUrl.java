package dev.sandbank.internal.model;

import java.util.List;
import java.util.function.Supplier;

/** Scheme, host, port and path by which callers know a sandbox or an environment of it, without a slash at the end. */
@FunctionalInterface
public interface BaseUrl extends Supplier<String> {

    /** The one by which the caller at hand knows it. */
    @Override
    String get();

    /** All by which any caller may. */
    default List<String> all() {
        return List.of(get());
    }

    /** The same with a path after it. */
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
