/**
 * All state of a sandbox, in its own database, which is in memory and ends with the sandbox.
 *
 * <p>{@link dev.sandbank.internal.store.Database} is the only class that knows {@code java.sql}. The SQL is portable.
 */
@NullMarked
package dev.sandbank.internal.store;

import org.jspecify.annotations.NullMarked;
