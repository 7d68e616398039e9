/** A running sandbox for every test. */
@NullMarked
package dev.sandbank.junit;

import org.jspecify.annotations.NullMarked;
