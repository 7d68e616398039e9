/** Finds in the journal what clients do wrong: one rule for each mistake, none of which knows a bank. */
@NullMarked
package dev.sandbank.internal.lint;

import org.jspecify.annotations.NullMarked;
