package dev.sandbank.junit;

import dev.sandbank.Sandbank;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * Tells a sandbox which test uses it, until that test is over.
 *
 * @param bank the sandbox
 * @param test the name of the test
 */
record TestTracking(Sandbank bank, String test) implements CloseableResource, AutoCloseable {

    /** What tells one attendance from another. */
    private record Key(String test, Sandbank bank) {}

    /** Tells it once for each test; what is no test is not told. */
    static Sandbank noted(Sandbank bank, ExtensionContext user) {
        if (user.getTestMethod().isPresent()) {
            user.getStore(SandbankExtension.NAMESPACE)
                    .getOrComputeIfAbsent(
                            new Key(user.getUniqueId(), bank),
                            key -> begun(bank, TestName.of(user)),
                            TestTracking.class);
        }
        return bank;
    }

    private static TestTracking begun(Sandbank bank, String test) {
        bank.journal().beginTest(test);
        return new TestTracking(bank, test);
    }

    @Override
    public void close() {
        bank.journal().endTest(test);
    }
}
