package dev.sandbank.junit;

import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;

/**
 * One way of a blocked user to one operation, gone up to its last request in the sandbox of the test: what {@link EveryAuthPath}
 * provides.
 *
 * <p>That request is {@link #request()}: the call itself or, where the way ends before, what the token server refuses. It is
 * known while the test runs; what is answered, before.
 */
public interface ArrangedAuthPath extends AuthPath, ArrangedCall {}
