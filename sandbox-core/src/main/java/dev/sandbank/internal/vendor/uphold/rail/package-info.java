/** Networks: which rails there are, and the numbers by which accounts are known on them. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.rail;

import org.jspecify.annotations.NullMarked;
