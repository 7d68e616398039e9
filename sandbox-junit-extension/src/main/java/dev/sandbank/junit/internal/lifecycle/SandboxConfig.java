package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.junit.Fixture;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.WithSandbank;

/**
 * What sandbox is wanted.
 *
 * @param fixture its name, or its text
 * @param inline whether it is the text
 * @param lifetime how long it lives
 * @param port the port; 0 for a free one
 * @param decisionHeader whether replies tell the decision
 */
public record SandboxConfig(String fixture, boolean inline, Lifetime lifetime, int port, boolean decisionHeader) {

    public static SandboxConfig of(WithSandbank declared) {
        return new SandboxConfig(declared.value(), false, declared.lifetime(), declared.port(), false);
    }

    public static SandboxConfig named(String fixture) {
        return new SandboxConfig(fixture, false, Lifetime.METHOD, 0, false);
    }

    public SandboxConfig living(Lifetime other) {
        return new SandboxConfig(fixture, inline, other, port, decisionHeader);
    }

    SandboxConfig at(int other) {
        return new SandboxConfig(fixture, inline, lifetime, other, decisionHeader);
    }

    /** The same with another fixture, for one method: what is shared by a class cannot be meant. */
    SandboxConfig with(Fixture other) {
        boolean text = !other.text().isEmpty();
        return new SandboxConfig(
                text ? other.text() : other.value(),
                text,
                lifetime == Lifetime.CLASS ? Lifetime.METHOD : lifetime,
                port,
                decisionHeader);
    }

    Sandbank start() {
        SandbankBuilder builder = world().port(port);
        return decisionHeader ? builder.decisionHeader().start() : builder.start();
    }

    /** The same bank, wherever it may be. */
    public SandbankBuilder world() {
        return inline
                ? Sandbank.builder().fixtureText(fixture)
                : Sandbank.builder().fixture(fixture);
    }

    boolean hasFixedPort() {
        return port != 0;
    }

    /** As it may have been written. */
    @Override
    public String toString() {
        return inline ? "an inline fixture" : '"' + fixture + '"';
    }
}
