/** The work of operations after all gates have passed a call, and the interface for a bank's Java. */
@NullMarked
package dev.sandbank.internal.work;

import org.jspecify.annotations.NullMarked;
