/** Sandbank beside its rivals. */
@NullMarked
package dev.sandbank.benchmarks;

import org.jspecify.annotations.NullMarked;
