/**
 * What a test does to a running sandbox: each control takes effect at once and is noted in the journal.
 *
 * <p>The public classes and the control API over HTTP are thin fronts of these.
 */
@NullMarked
package dev.sandbank.internal.control;

import org.jspecify.annotations.NullMarked;
