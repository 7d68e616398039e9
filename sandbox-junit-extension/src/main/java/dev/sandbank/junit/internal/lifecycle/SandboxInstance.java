package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** A running sandbox, or why it could not start; it is kept, so that all tests that share the sandbox get the same. */
sealed interface SandboxInstance extends CloseableResource, AutoCloseable {

    /** A possible cause if a port is taken. */
    String FORKS = " (if several JVMs run tests at the same time, set a different " + ForkPorts.OFFSET + " in each)";

    /**
     * Starts a sandbox.
     *
     * @param words the sandbox as messages name it
     * @param overrides the changes to make after the start
     * @param end what to do with it before it closes
     */
    static SandboxInstance of(SandboxConfig spec, String words, List<TestOverrides> overrides, Consumer<Sandbank> end) {
        try {
            return varied(spec.start(), overrides, end);
        } catch (SandbankException bad) {
            return new Failed(new ParameterResolutionException(
                    words + " cannot start: " + bad.getMessage() + (spec.hasFixedPort() ? FORKS : "")));
        }
    }

    private static SandboxInstance varied(Sandbank bank, List<TestOverrides> overrides, Consumer<Sandbank> end) {
        try {
            overrides.forEach(override -> override.applyTo(bank));
            return new Running(bank, end);
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
    record Running(Sandbank bank, Consumer<Sandbank> end) implements SandboxInstance {

        @Override
        public void close() {
            try {
                end.accept(bank);
            } finally {
                bank.close();
            }
        }
    }

    /** A test whose lifecycle methods ask, too, fails only once: JUnit drops an exception that it has seen already. */
    record Failed(ParameterResolutionException reason) implements SandboxInstance {

        @Override
        public Sandbank bank() {
            throw reason;
        }

        @Override
        public void close() {}
    }
}
