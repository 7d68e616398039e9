/** Reads the input of calls as their operations declare it: parameters and body, each checked by JSON Schema. */
@NullMarked
package dev.sandbank.internal.input;

import org.jspecify.annotations.NullMarked;
