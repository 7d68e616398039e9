/**
 * Controls for tests: each changes a running sandbox at once, and the journal notes it.
 *
 * <p>The public classes and the control API over HTTP are thin fronts of these.
 */
@NullMarked
package dev.sandbank.internal.control;

import org.jspecify.annotations.NullMarked;
