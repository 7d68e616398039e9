/** The commands a user types. */
@NullMarked
package dev.sandbank.internal.cli;

import org.jspecify.annotations.NullMarked;
