/**
 * Sandbank: a bank's authorization, in process and under a test's control.
 *
 * <p>Start with {@link dev.sandbank.Sandbank#start(String)}. This package is all there is to call; its signatures name
 * only types of the JDK and of this package.
 */
@NullMarked
package dev.sandbank;

import org.jspecify.annotations.NullMarked;
