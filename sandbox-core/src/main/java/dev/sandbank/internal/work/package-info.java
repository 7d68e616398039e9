/** What is done once all gates have let a call on, and how a bank's Java is attached to its data. */
@NullMarked
package dev.sandbank.internal.work;

import org.jspecify.annotations.NullMarked;
