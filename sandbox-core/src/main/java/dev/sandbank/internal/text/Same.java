package dev.sandbank.internal.text;

import org.jspecify.annotations.Nullable;

/**
 * A key that is equal to itself only: for values that are handed out once, where comparing whole ones would take long.
 *
 * @param value the value
 */
public record Same(Object value) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Same same && same.value == value;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(value);
    }
}
