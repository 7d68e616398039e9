/** Assets, amounts and rates, and what all of the bank shares. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.asset;

import org.jspecify.annotations.NullMarked;
