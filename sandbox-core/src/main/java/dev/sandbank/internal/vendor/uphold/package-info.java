/** The work of Uphold's operations that its dialect cannot say. */
@NullMarked
package dev.sandbank.internal.vendor.uphold;

import org.jspecify.annotations.NullMarked;
