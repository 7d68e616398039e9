package dev.sandbank.junit;

import dev.sandbank.ArrangedCall;
import dev.sandbank.Denial;
import dev.sandbank.Experimental;

/**
 * One way in which the bank refuses an operation: the argument of a test with {@link Denials}. Sandbank has prepared the sandbox of the
 * test so that it refuses this call.
 *
 * <p>Your own client makes the call, with {@link #token()}, {@link #parameter} and {@link #body()}; {@link #request()} is for probing a
 * bank. A test that passes fails all the same if this call did not arrive, or was not refused for this reason; the failure says what
 * happened instead, see {@link #differences}.
 *
 * <p>You can read the call while the test method runs, and the bank's answer at any time.
 */
@Experimental
public interface ArrangedDenial extends Denial, ArrangedCall {}
