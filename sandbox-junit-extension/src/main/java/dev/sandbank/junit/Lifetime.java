package dev.sandbank.junit;

import dev.sandbank.Stable;

/** How long a sandbox lives, and so which tests share it. */
@Stable
public enum Lifetime {

    /**
     * One sandbox for each test, each repetition and each set of arguments. A test class can still share one between all its
     * tests: see {@link WithSandbank}.
     */
    METHOD,

    /**
     * One sandbox for all tests of the class and of its nested classes that declare none. Sandbank resets nothing between tests:
     * each sees what the others did.
     */
    CLASS,

    /**
     * One sandbox for all tests of the run that want the same fixture at the same port. Its URL never changes, so use it for
     * applications that start slowly and keep the URL, such as a cached Spring context.
     *
     * <p>Sandbank resets it before each test, before any {@code @BeforeEach} method, with {@link
     * dev.sandbank.Sandbank#resetKeepingTokens}, so that an application that keeps its token goes on working. Tests that run in
     * parallel take turns: a test has the sandbox for itself from before its {@code @BeforeEach} methods until after its
     * {@code @AfterEach} methods. {@code @BeforeAll} methods and constructors get the running sandbox without a turn: they can
     * take its URL and tokens, but the reset before the first test undoes their changes. Sandbank closes it at the end of the run.
     */
    JVM
}
