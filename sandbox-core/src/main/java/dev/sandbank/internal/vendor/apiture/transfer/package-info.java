/** Transfers: their rules, schedules and settlement. */
@NullMarked
package dev.sandbank.internal.vendor.apiture.transfer;

import org.jspecify.annotations.NullMarked;
