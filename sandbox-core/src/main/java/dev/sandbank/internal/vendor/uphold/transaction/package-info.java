/** Quotes and transactions between nodes. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.transaction;

import org.jspecify.annotations.NullMarked;
