/** What a user's accounts are worth, were worth, and have earned, and statements of months. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.portfolio;

import org.jspecify.annotations.NullMarked;
