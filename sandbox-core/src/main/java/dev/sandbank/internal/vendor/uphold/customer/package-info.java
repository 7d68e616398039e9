/** What Uphold knows about a user besides accounts: capabilities, cool-downs, accepted terms. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.customer;

import org.jspecify.annotations.NullMarked;
