package dev.sandbank.junit;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.internal.lifecycle.SandboxConfig;
import dev.sandbank.junit.internal.lifecycle.SandboxLifecycle;
import java.util.function.Function;

/**
 * Gives tests their running sandboxes. {@link WithSandbank} registers it; a field does so, too, for those who want to
 * say more than an annotation can, or to have the sandbox at hand without a parameter:
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
 * <p>A static field has one sandbox for all tests of its class, as {@link Lifetime#CLASS} says; each class that inherits
 * it has one of its own. Another field has a fresh one for each test. All parameters and annotations of this package work
 * with it. The nearest declaration counts for them: a field is that of its class, a method's or nested class's own annotation goes before
 * it. A class may have several such fields, and annotations beside; then {@link #sandbank()} tells them apart, or a parameter or annotation
 * that names the field, see {@link Bank}.
 */
public final class SandbankExtension extends SandboxLifecycle {

    /** For JUnit, which makes one for all annotations: that one has no sandbox of its own. */
    SandbankExtension() {}

    SandbankExtension(Function<Lifetime, SandboxConfig> config) {
        super(config);
    }

    /**
     * An extension for a field.
     *
     * @param fixture a built-in fixture ({@code apiture}, {@code uphold}), else a class-path resource, else a file
     */
    public static SandbankExtension of(String fixture) {
        return builder().fixture(fixture).build();
    }

    /** Says more about the sandbox of a field. */
    public static SandbankExtensionBuilder builder() {
        return new SandbankExtensionBuilder();
    }

    /**
     * The running sandbox of the test that asks, or of the class if no test runs.
     *
     * <p>Code that runs on another thread than its test is told so, too, as long as it is the only one that may be meant.
     *
     * @throws IllegalStateException if there is none, because no test runs with this extension, or if there are several
     */
    public Sandbank sandbank() {
        return running();
    }
}
