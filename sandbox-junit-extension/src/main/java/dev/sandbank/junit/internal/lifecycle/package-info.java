/** How tests come by their sandboxes: what is declared around a test, whose it is, and when it starts, is reset and closes. */
@NullMarked
package dev.sandbank.junit.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
