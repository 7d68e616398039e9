/** The work of Apiture's operations that its dialect cannot describe. */
@NullMarked
package dev.sandbank.internal.vendor.apiture;

import org.jspecify.annotations.NullMarked;
