package dev.sandbank.internal.model.operation;

import org.jspecify.annotations.Nullable;

/** What is known, by name. */
@FunctionalInterface
public interface Facts {

    /** A text, number, truth value, list or JSON node; null if it is not known. */
    @Nullable
    Object get(String name);
}
