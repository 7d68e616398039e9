/** Dry runs: calls that show their result, decided by the same gates as calls over HTTP; none leaves a trace. */
@NullMarked
package dev.sandbank.internal.explain;

import org.jspecify.annotations.NullMarked;
