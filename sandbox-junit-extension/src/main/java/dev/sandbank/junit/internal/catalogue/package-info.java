/** Feeds catalogues to tests, and checks that the expected calls arrive. */
@NullMarked
package dev.sandbank.junit.internal.catalogue;

import org.jspecify.annotations.NullMarked;
