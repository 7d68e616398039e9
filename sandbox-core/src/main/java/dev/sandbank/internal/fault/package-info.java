/** Fault injection: which calls a fault strikes, and what it does to them. */
@NullMarked
package dev.sandbank.internal.fault;

import org.jspecify.annotations.NullMarked;
