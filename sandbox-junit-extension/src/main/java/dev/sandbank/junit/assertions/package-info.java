/** What can be said about calls and how they were decided; the only part of the extension that needs AssertJ. */
@NullMarked
package dev.sandbank.junit.assertions;

import org.jspecify.annotations.NullMarked;
