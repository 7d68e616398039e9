package dev.sandbank.junit;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.internal.lifecycle.SandboxConfig;
import org.jspecify.annotations.Nullable;

/** Says more about the sandbox of a {@link SandbankExtension}; whatever is not said has a safe default. */
public final class SandbankExtensionBuilder {

    private SandboxConfig spec = SandboxConfig.named("apiture");
    private @Nullable Lifetime lifetime;

    SandbankExtensionBuilder() {}

    /** The fixture: a built-in name, else a class-path resource, else a file. Default: {@code apiture}. */
    public SandbankExtensionBuilder fixture(String nameOrPath) {
        spec = new SandboxConfig(nameOrPath, false, spec.lifetime(), spec.port(), spec.decisionHeader());
        return this;
    }

    /** The fixture as YAML or JSON text. */
    public SandbankExtensionBuilder fixtureText(String text) {
        spec = new SandboxConfig(text, true, spec.lifetime(), spec.port(), spec.decisionHeader());
        return this;
    }

    /** The port; 0, the default, is a free one. What {@link WithSandbank#port()} says of it is true here, too. */
    public SandbankExtensionBuilder port(int number) {
        Sandbank.builder().port(number);
        spec = new SandboxConfig(spec.fixture(), spec.inline(), spec.lifetime(), number, spec.decisionHeader());
        return this;
    }

    /** How long it lives. Default: as long as the class for a static field, as long as the test for another. */
    public SandbankExtensionBuilder lifetime(Lifetime how) {
        lifetime = how;
        return this;
    }

    /** Tells each decision in a header, as {@link dev.sandbank.SandbankBuilder#decisionHeader()} does. */
    public SandbankExtensionBuilder decisionHeader() {
        spec = new SandboxConfig(spec.fixture(), spec.inline(), spec.lifetime(), spec.port(), true);
        return this;
    }

    /** Makes the extension; no sandbox is started before a test or class that uses it begins. */
    public SandbankExtension build() {
        SandboxConfig wanted = spec;
        Lifetime chosen = lifetime;
        return new SandbankExtension(usual -> wanted.living(chosen == null ? usual : chosen));
    }
}
