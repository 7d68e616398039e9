package dev.sandbank.internal.model.operation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces absent members of data by empty values. */
public final class Defaults {

    private Defaults() {}

    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    public static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }
}
