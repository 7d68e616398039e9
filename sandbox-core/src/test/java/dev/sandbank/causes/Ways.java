package dev.sandbank.causes;

import dev.sandbank.Decision;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ways of failing by their causes: a cause that two ways have is a mistake of the test. */
final class Ways {

    private final Map<String, Way> all = new LinkedHashMap<>();

    /** Fails in one way. */
    @FunctionalInterface
    interface Way {

        Decision fail(Scene scene);
    }

    Ways add(String cause, Way way) {
        if (all.put(cause, way) != null) {
            throw new IllegalStateException("two ways have the cause " + cause);
        }
        return this;
    }

    Ways addAll(Ways others) {
        others.all.forEach(this::add);
        return this;
    }

    Map<String, Way> all() {
        return Collections.unmodifiableMap(all);
    }
}
