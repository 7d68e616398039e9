/** Exports the present state of a sandbox as a fixture that starts the same one. */
@NullMarked
package dev.sandbank.internal.export;

import org.jspecify.annotations.NullMarked;
