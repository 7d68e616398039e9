package dev.sandbank.internal.text;

import org.jspecify.annotations.Nullable;

/**
 * A key that compares by identity: for unique values that are expensive to compare.
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
