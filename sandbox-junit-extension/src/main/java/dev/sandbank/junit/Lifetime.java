package dev.sandbank.junit;

/** How long a sandbox lives, and with it who shares it. */
public enum Lifetime {

    /**
     * One for each test, each repetition and each set of arguments. A test class may still share one between all its
     * tests: see {@link WithSandbank}.
     */
    METHOD,

    /**
     * One for all tests of the class and of its nested classes that declare none of their own. Nothing is reset between
     * tests: each sees what the others did.
     */
    CLASS,

    /**
     * One for all tests of the run that want the same fixture at the same port, so that its URL never changes: for what
     * is expensive to start and keeps the URL, such as a cached Spring context.
     *
     * <p>It is reset before each test, before any {@code @BeforeEach} method, as {@link
     * dev.sandbank.Sandbank#resetKeepingTokens} does, so that an application that keeps its token goes on working. Tests
     * that run in parallel take turns: from before the {@code @BeforeEach} methods until after the {@code @AfterEach}
     * methods a test has the sandbox for itself. {@code @BeforeAll} methods and constructors get the running sandbox
     * without a turn: they may ask it for its URL and for tokens, but what they change at it is gone when the first test
     * begins. It is closed when the run is over.
     */
    JVM
}
