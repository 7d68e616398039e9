/**
 * The work of Uphold's operations that its dialect cannot describe: users, quotes, transactions and their settlement.
 */
@NullMarked
package dev.sandbank.internal.vendor.uphold;

import org.jspecify.annotations.NullMarked;
