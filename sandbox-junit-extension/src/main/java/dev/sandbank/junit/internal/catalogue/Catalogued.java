package dev.sandbank.junit.internal.catalogue;

import dev.sandbank.SandbankBuilder;
import dev.sandbank.SandbankException;
import dev.sandbank.junit.internal.lifecycle.Declaration;
import dev.sandbank.junit.internal.lifecycle.SandboxConfig;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Reads a catalogue for the fixture of a test, before any sandbox runs. */
public final class Catalogued {

    private static final String NO_FIXTURE =
            " needs a fixture: write @WithSandbank(\"…\") on the test method, on its class"
                    + " or on an enclosing class, or make the field with the extension static";

    private Catalogued() {}

    /**
     * Refuses a catalogue if the next run would find the changes of the previous one.
     *
     * @throws ParameterResolutionException if the runs of the test share a sandbox
     */
    static void requireOwn(ExtensionContext context, String bank, String annotation) {
        Declaration.meant(context, bank, annotation)
                .filter(declared -> declared.isSharedBy(context))
                .ifPresent(declared -> {
                    throw new ParameterResolutionException(annotation + " at " + context.getRequiredTestMethod()
                            + " changes the sandbox before each run, but all runs share " + declared.words() + ": write"
                            + " @WithSandbank(\"…\") on the method, or use Lifetime.METHOD and no parameter of @BeforeAll, or"
                            + " use Lifetime.JVM, which resets the sandbox before each run");
                });
    }

    /**
     * Reads the catalogue.
     *
     * @param bank the name of the sandbox; empty for the only one
     * @param annotation the annotation that asks, as messages name it
     * @throws ParameterResolutionException if no fixture is declared, it is bad, or the catalogue lacks what the annotation names
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
