/** In which ways an operation can be refused under a fixture, and how each of them is brought about. */
@NullMarked
package dev.sandbank.internal.denial;

import org.jspecify.annotations.NullMarked;
