package dev.sandbank.junit;

import dev.sandbank.ArrangedCall;
import dev.sandbank.Denial;

/**
 * One way in which an operation is refused, brought about in the sandbox of the test: what {@link Denials} provides.
 *
 * <p>It tells which call is refused and what the bank answers. The code under test makes the call, with {@link #token()},
 * {@link #parameter} and {@link #body()} from here; {@link #request()} is for probing a bank. A test that ends well though this
 * call did not arrive, or was not refused for this reason, fails all the same, and is told what happened instead: see {@link
 * #differences}.
 *
 * <p>The call is known while the test runs; what the bank answers, before.
 */
public interface ArrangedDenial extends Denial, ArrangedCall {}
