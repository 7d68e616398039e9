/** Parses text from outside within bounds: JSON, and patterns that are matched in linear time. */
@NullMarked
package dev.sandbank.internal.text;

import org.jspecify.annotations.NullMarked;
