/** Assertions about calls and the decisions on them; the only part of the extension that needs AssertJ. */
@NullMarked
package dev.sandbank.junit.assertions;

import org.jspecify.annotations.NullMarked;
