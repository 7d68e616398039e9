package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** How starting a sandbox went; it is kept, so all who share the sandbox hear the same. */
sealed interface SandboxInstance extends CloseableResource, AutoCloseable {

    /** What may be the cause if a port is taken. */
    String FORKS = " (JVMs that run tests at a time need a " + ForkPorts.OFFSET + " each)";

    /**
     * Starts a sandbox.
     *
     * @param words as messages are to name it
     * @param overrides what is to be different from the fixture
     */
    static SandboxInstance of(SandboxConfig spec, String words, List<TestOverrides> overrides) {
        try {
            return varied(spec.start(), overrides);
        } catch (SandbankException bad) {
            return new Failed(new ParameterResolutionException(
                    words + " cannot start: " + bad.getMessage() + (spec.hasFixedPort() ? FORKS : "")));
        }
    }

    private static SandboxInstance varied(Sandbank bank, List<TestOverrides> overrides) {
        try {
            overrides.forEach(override -> override.applyTo(bank));
            return new Running(bank);
        } catch (ParameterResolutionException bad) {
            bank.close();
            return new Failed(bad);
        } catch (RuntimeException unexpected) {
            bank.close();
            throw unexpected;
        }
    }

    Sandbank bank();

    @Override
    void close();

    /** JUnit 5.13 and later close any {@link AutoCloseable}; earlier ones only a {@link CloseableResource}. */
    record Running(Sandbank bank) implements SandboxInstance {

        @Override
        public void close() {
            bank.close();
        }
    }

    /** A test whose lifecycle methods ask too fails once: JUnit leaves out what it was already thrown. */
    record Failed(ParameterResolutionException reason) implements SandboxInstance {

        @Override
        public Sandbank bank() {
            throw reason;
        }

        @Override
        public void close() {}
    }
}
