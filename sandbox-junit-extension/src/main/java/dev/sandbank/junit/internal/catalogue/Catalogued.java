package dev.sandbank.junit.internal.catalogue;

import dev.sandbank.SandbankBuilder;
import dev.sandbank.SandbankException;
import dev.sandbank.junit.internal.lifecycle.Declaration;
import dev.sandbank.junit.internal.lifecycle.SandboxConfig;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Looks up, before any sandbox runs, what a catalogue has for the fixture that a test will run with. */
public final class Catalogued {

    private static final String NO_FIXTURE =
            " needs a fixture: write @WithSandbank(\"…\") on the test method, on its class"
                    + " or on an enclosing class, or make the field with the extension static";

    private Catalogued() {}

    /**
     * Refuses to arrange anything where the next run would find it.
     *
     * @throws ParameterResolutionException if the runs of the test share a sandbox
     */
    static void requireOwn(ExtensionContext context, String bank, String annotation) {
        Declaration.meant(context, bank, annotation)
                .filter(declared -> declared.isSharedBy(context))
                .ifPresent(declared -> {
                    throw new ParameterResolutionException(annotation + " at " + context.getRequiredTestMethod()
                            + " changes the sandbox for each run, and " + declared.words() + " is shared by all: write"
                            + " @WithSandbank(\"…\") on the method, or let it live as long as a test (Lifetime.METHOD, and"
                            + " nothing of it in @BeforeAll) or the JVM (it is then reset before each run)");
                });
    }

    /**
     * What the catalogue has.
     *
     * @param bank the name of the sandbox; empty for the only one
     * @param annotation the annotation that asks, as messages are to name it
     * @throws ParameterResolutionException if no fixture is declared, it is bad, or it has not what is asked for
     */
    public static <T> T at(
            ExtensionContext context, String bank, String annotation, Function<SandbankBuilder, T> catalogue) {
        SandboxConfig spec = Declaration.meant(context, bank, annotation)
                .map(Declaration::spec)
                .orElseThrow(() -> new ParameterResolutionException(annotation + NO_FIXTURE));
        try {
            return catalogue.apply(spec.world());
        } catch (SandbankException | IllegalArgumentException bad) {
            throw new ParameterResolutionException(annotation + ": " + bad.getMessage(), bad);
        }
    }
}
