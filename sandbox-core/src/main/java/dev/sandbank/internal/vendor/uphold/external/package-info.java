/** Cards, bank accounts and payment methods outside that users have linked. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.external;

import org.jspecify.annotations.NullMarked;
