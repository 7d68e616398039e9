package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Sandbank;

/**
 * An argument of a test that needs the test's sandbox, such as an entry of a catalogue.
 *
 * <p>A provider makes it before any sandbox runs. The extension then gives it the sandbox of the test, and starts that if nothing
 * else in the test asks for it. The annotation that provides such arguments has {@code @ExtendWith(SandbankExtension.class)}
 * itself, so that nobody forgets it.
 */
public interface AtSandbank {

    /** The name of the test's sandbox; empty for the only one. */
    default String bank() {
        return "";
    }

    /**
     * The extension calls this right before the test method, after all {@code @BeforeEach} methods.
     *
     * @param bank the sandbox of the test
     */
    void beforeCall(Sandbank bank);

    /**
     * The extension calls this right after the test method, unless that failed.
     *
     * @param bank the sandbox of the test
     * @throws AssertionError if the test must fail
     */
    void afterCall(Sandbank bank);
}
