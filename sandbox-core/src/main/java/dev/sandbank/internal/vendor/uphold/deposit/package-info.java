/** How accounts receive deposits from outside. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.deposit;

import org.jspecify.annotations.NullMarked;
