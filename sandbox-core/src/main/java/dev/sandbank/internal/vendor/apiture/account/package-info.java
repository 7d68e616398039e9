/** Accounts, their balances and transactions. */
@NullMarked
package dev.sandbank.internal.vendor.apiture.account;

import org.jspecify.annotations.NullMarked;
