/** Files that users upload. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.file;

import org.jspecify.annotations.NullMarked;
