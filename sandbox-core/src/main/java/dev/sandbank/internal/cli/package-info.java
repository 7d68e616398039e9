/** The commands of the command line. */
@NullMarked
package dev.sandbank.internal.cli;

import org.jspecify.annotations.NullMarked;
