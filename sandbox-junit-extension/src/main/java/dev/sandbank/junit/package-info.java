/** Gives JUnit tests running sandboxes. */
@NullMarked
package dev.sandbank.junit;

import org.jspecify.annotations.NullMarked;
