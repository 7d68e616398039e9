/** Reads what a call says, as its operation declares it: parameters and body, each checked by JSON Schema. */
@NullMarked
package dev.sandbank.internal.input;

import org.jspecify.annotations.NullMarked;
