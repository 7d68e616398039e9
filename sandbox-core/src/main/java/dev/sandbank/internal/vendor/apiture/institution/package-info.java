/** Institutions: how to find them, and when they process payments. */
@NullMarked
package dev.sandbank.internal.vendor.apiture.institution;

import org.jspecify.annotations.NullMarked;
