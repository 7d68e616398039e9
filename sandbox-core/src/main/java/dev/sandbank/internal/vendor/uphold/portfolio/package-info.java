/** The worth, past worth and earnings of a user's accounts, and monthly statements. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.portfolio;

import org.jspecify.annotations.NullMarked;
