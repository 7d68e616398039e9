/** The cards, bank accounts and payment methods elsewhere that users have linked. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.external;

import org.jspecify.annotations.NullMarked;
