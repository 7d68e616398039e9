/** Customers, their profiles and businesses. */
@NullMarked
package dev.sandbank.internal.vendor.apiture.customer;

import org.jspecify.annotations.NullMarked;
