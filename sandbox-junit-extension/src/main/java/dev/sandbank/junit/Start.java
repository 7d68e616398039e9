package dev.sandbank.junit;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** How starting a sandbox went; JUnit's store keeps it, so all who share the sandbox hear the same. */
sealed interface Start {

    static Start of(Declaration declared) {
        try {
            return new Running(Sandbank.start(declared.fixture()));
        } catch (SandbankException bad) {
            return new Failed(new ParameterResolutionException(
                    "@WithSandbank(\"" + declared.fixture() + "\") cannot start: " + bad.getMessage()));
        }
    }

    Sandbank bank();

    /** JUnit 5.13 and later close any {@link AutoCloseable}; earlier ones only a {@link CloseableResource}. */
    record Running(Sandbank bank) implements Start, CloseableResource, AutoCloseable {

        @Override
        public void close() {
            bank.close();
        }
    }

    /** A test whose lifecycle methods ask too fails once: JUnit leaves out what it was already thrown. */
    record Failed(ParameterResolutionException reason) implements Start {

        @Override
        public Sandbank bank() {
            throw reason;
        }
    }
}
