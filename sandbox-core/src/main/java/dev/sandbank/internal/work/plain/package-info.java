/** The work of operations that need no Java: what their dialect says of lists, entries and new ones. */
@NullMarked
package dev.sandbank.internal.work.plain;

import org.jspecify.annotations.NullMarked;
