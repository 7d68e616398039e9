/** The metadata that callers attach to entries, and how they change it. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.metadata;

import org.jspecify.annotations.NullMarked;
