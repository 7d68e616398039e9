/** Gives tests their sandboxes: finds the declaration for a test, and starts, resets and closes the sandbox. */
@NullMarked
package dev.sandbank.junit.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
