/** Text from outside, read within bounds: JSON, and patterns that take no longer than their text is. */
@NullMarked
package dev.sandbank.internal.text;

import org.jspecify.annotations.NullMarked;
