package dev.sandbank.junit;

import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.Experimental;

/**
 * One way of a blocked user to one operation: the argument of a test with {@link EveryAuthPath}. Sandbank has gone the way up to its
 * last request, in the sandbox of the test.
 *
 * <p>That request is {@link #request()}: the call itself or, if the way ends before, a request that the token server refuses. You can
 * read it while the test method runs, and the expected answer at any time.
 */
@Experimental
public interface ArrangedAuthPath extends AuthPath, ArrangedCall {}
