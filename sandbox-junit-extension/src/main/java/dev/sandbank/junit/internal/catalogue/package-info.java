/** What catalogues have for a test, and whether the test met it. */
@NullMarked
package dev.sandbank.junit.internal.catalogue;

import org.jspecify.annotations.NullMarked;
