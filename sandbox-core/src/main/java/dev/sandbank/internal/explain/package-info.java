/** Calls that are made to see what would come of them, through the very gates that serve HTTP; none leaves a trace. */
@NullMarked
package dev.sandbank.internal.explain;

import org.jspecify.annotations.NullMarked;
