/**
 * Sandbank runs a bank's authorization in your process, under the control of your tests.
 *
 * <p>Start with {@link dev.sandbank.Sandbank#start(String)}. Your code calls only this package; its signatures name only types of
 * the JDK and of this package.
 */
@NullMarked
package dev.sandbank;

import org.jspecify.annotations.NullMarked;
