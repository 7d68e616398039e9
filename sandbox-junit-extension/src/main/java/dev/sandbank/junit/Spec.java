package dev.sandbank.junit;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;

/**
 * What sandbox is wanted.
 *
 * @param fixture its name, or its text
 * @param inline whether it is the text
 * @param lifetime how long it lives
 * @param port the port; 0 for a free one
 * @param decisionHeader whether replies tell the decision
 */
record Spec(String fixture, boolean inline, Lifetime lifetime, int port, boolean decisionHeader) {

    static Spec of(WithSandbank declared) {
        return new Spec(declared.value(), false, declared.lifetime(), declared.port(), false);
    }

    static Spec named(String fixture) {
        return new Spec(fixture, false, Lifetime.METHOD, 0, false);
    }

    Spec living(Lifetime other) {
        return new Spec(fixture, inline, other, port, decisionHeader);
    }

    Spec at(int other) {
        return new Spec(fixture, inline, lifetime, other, decisionHeader);
    }

    /** The same with another fixture, for one method: what is shared by a class cannot be meant. */
    Spec with(Fixture other) {
        boolean text = !other.text().isEmpty();
        return new Spec(
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
    SandbankBuilder world() {
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
