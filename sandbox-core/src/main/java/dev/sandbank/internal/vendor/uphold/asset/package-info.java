/** Assets, amounts and rates, which all packages of the bank share. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.asset;

import org.jspecify.annotations.NullMarked;
