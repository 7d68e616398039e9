package dev.sandbank.junit;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.SandbankException;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Looks up, before any sandbox runs, what a catalogue has for the fixture that a test will run with. */
final class Catalogued {

    private Catalogued() {}

    /**
     * What the catalogue has.
     *
     * @param annotation the annotation that asks, as messages are to name it
     * @throws ParameterResolutionException if no fixture is declared, it is bad, or it has not what is asked for
     */
    static <T> T at(ExtensionContext context, String annotation, Function<SandbankBuilder, T> catalogue) {
        Declaration declared = Declaration.nearestTo(context)
                .orElseThrow(() -> new ParameterResolutionException(annotation
                        + " needs a fixture: write @WithSandbank(\"…\") on the test method, on its class or on an"
                        + " enclosing class"));
        try {
            return catalogue.apply(Sandbank.builder().fixture(declared.fixture()));
        } catch (SandbankException | IllegalArgumentException bad) {
            throw new ParameterResolutionException(annotation + ": " + bad.getMessage(), bad);
        }
    }
}
