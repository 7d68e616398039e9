/**
 * All state of a sandbox, in one database of its own that lives in memory and ends with it.
 *
 * <p>{@link dev.sandbank.internal.store.Database} is the only class that knows {@code java.sql}. The SQL is portable.
 */
@NullMarked
package dev.sandbank.internal.store;

import org.jspecify.annotations.NullMarked;
