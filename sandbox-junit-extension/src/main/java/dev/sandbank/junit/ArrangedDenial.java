package dev.sandbank.junit;

import dev.sandbank.ArrangedCall;
import dev.sandbank.Denial;

/**
 * One way in which an operation is refused, brought about in the sandbox of the test: what {@link Denials} provides.
 *
 * <p>It tells which call is refused and what the bank answers. A test makes the call, by {@link #request()} or with code of
 * its own, which takes {@link #token()}, {@link #parameter} and {@link #body()} from here. A test that ends well though the
 * sandbox was not asked, or did not refuse this operation for this reason, fails all the same, and is told what happened
 * instead.
 *
 * <p>The call is known while the test runs; what the bank answers, before.
 */
public interface ArrangedDenial extends Denial, ArrangedCall {}
