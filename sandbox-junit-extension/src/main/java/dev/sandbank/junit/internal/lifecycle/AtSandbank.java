package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Sandbank;

/**
 * An argument of a test that means something at the test's own sandbox, such as an entry of a catalogue.
 *
 * <p>Its provider makes it before any sandbox runs; the extension then brings it together with the sandbox of the
 * test, which is started if nothing else of the test asked for it. The annotation that provides such arguments is
 * itself annotated with {@code @ExtendWith(SandbankExtension.class)}, so that nobody forgets to.
 */
public interface AtSandbank {

    /** The name of the test's sandbox; empty for the only one. */
    default String bank() {
        return "";
    }

    /**
     * Is called right before the test method, after all {@code @BeforeEach} methods.
     *
     * @param bank the sandbox of the test
     */
    void beforeCall(Sandbank bank);

    /**
     * Is called right after the test method, unless that failed.
     *
     * @param bank the sandbox of the test
     * @throws AssertionError if the test is to fail
     */
    void afterCall(Sandbank bank);
}
