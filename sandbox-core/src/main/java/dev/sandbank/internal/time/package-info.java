/** The one clock of a sandbox. */
@NullMarked
package dev.sandbank.internal.time;

import org.jspecify.annotations.NullMarked;
