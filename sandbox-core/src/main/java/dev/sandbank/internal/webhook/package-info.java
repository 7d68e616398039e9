/** Tells applications of what happens: events, and the deliveries of each, from a change of an entry to its receiver. */
@NullMarked
package dev.sandbank.internal.webhook;

import org.jspecify.annotations.NullMarked;
