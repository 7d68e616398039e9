/** The work of operations that need no Java: lists, single entries and new ones, as their dialect declares them. */
@NullMarked
package dev.sandbank.internal.work.plain;

import org.jspecify.annotations.NullMarked;
