/** The work of Uphold's operations that its data cannot say: users, quotes, transactions and how they settle. */
@NullMarked
package dev.sandbank.internal.vendor.uphold;

import org.jspecify.annotations.NullMarked;
