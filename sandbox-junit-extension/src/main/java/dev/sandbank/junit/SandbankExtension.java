package dev.sandbank.junit;

import dev.sandbank.Sandbank;
import dev.sandbank.Stable;
import dev.sandbank.junit.internal.lifecycle.SandboxConfig;
import dev.sandbank.junit.internal.lifecycle.SandboxLifecycle;
import java.util.function.Function;

/**
 * Gives tests their running sandboxes. {@link WithSandbank} registers it. You can also register it in a field, if you want to set
 * more than an annotation can, or to have the sandbox at hand without a parameter:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandbankExtension bank = SandbankExtension.of("uphold");
 *
 * @Test
 * void listsAccounts() {
 *     var client = new PaymentsClient(bank.sandbank().baseUrl());
 * }
 * }</pre>
 *
 * <p>A static field has one sandbox for all tests of its class ({@link Lifetime#CLASS}); each subclass has its own. Another field has a
 * new one for each test. All parameters and annotations of this package work with it. They use the nearest declaration: a field counts
 * for its class, and an annotation of the method or of a nested class comes before it. If a class has several such fields, or annotations
 * besides, call {@link #sandbank()} of a field, or name the field in a parameter or annotation, see {@link Bank}.
 */
@Stable
public final class SandbankExtension extends SandboxLifecycle {

    /** For JUnit, which makes one extension for all annotations; it has no sandbox of its own. */
    SandbankExtension() {}

    SandbankExtension(Function<Lifetime, SandboxConfig> config) {
        super(config);
    }

    /**
     * Makes an extension for a field.
     *
     * @param fixture a built-in fixture ({@code apiture}, {@code uphold}), else a class-path resource, else a file
     */
    public static SandbankExtension of(String fixture) {
        return builder().fixture(fixture).build();
    }

    /** Configures the sandbox of a field. */
    public static SandbankExtensionBuilder builder() {
        return new SandbankExtensionBuilder();
    }

    /**
     * Returns the running sandbox of the calling test, or of the class if no test runs.
     *
     * <p>On a thread other than the test's, it works as long as only one sandbox runs with this extension.
     *
     * @throws IllegalStateException if no test runs with this extension, or several sandboxes run and the thread belongs to no test
     */
    public Sandbank sandbank() {
        return running();
    }
}
