/** Reference data of Uphold: countries, networks, rails, assets and their rates. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.reference;

import org.jspecify.annotations.NullMarked;
