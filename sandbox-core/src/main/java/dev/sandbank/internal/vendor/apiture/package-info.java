/** The work of Apiture's operations that its dialect cannot say. */
@NullMarked
package dev.sandbank.internal.vendor.apiture;

import org.jspecify.annotations.NullMarked;
