/** Networks: their rails, and the numbers that identify accounts on them. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.rail;

import org.jspecify.annotations.NullMarked;
