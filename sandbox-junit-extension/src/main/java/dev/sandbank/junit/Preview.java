package dev.sandbank.junit;

import dev.sandbank.Sandbank;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What a test's sandbox will have to offer, asked of a short-lived one before the test's own runs. */
final class Preview {

    private static final String UNDECLARED =
            " cannot tell which sandbox is meant: write @WithSandbank(\"…\") on the test"
                    + " method, on its class or on an enclosing class, or make the field with the extension static";

    private Preview() {}

    /**
     * Asks a sandbox of the declared fixture, on a port of its own.
     *
     * @param asking the annotation that asks, as messages name it
     */
    static <T> T of(String asking, ExtensionContext context, Function<Sandbank, T> ask) {
        Declaration declared = Declarations.nearestTo(context)
                .orElseThrow(() -> new ParameterResolutionException(asking + UNDECLARED));
        try (Start started = Start.of(declared.spec().onAnyPort(), declared.words(), List.of())) {
            return ask.apply(started.bank());
        }
    }
}
