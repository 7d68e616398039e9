package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.junit.Fixture;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.WithSandbank;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The configuration of a sandbox.
 *
 * @param fixture the name of the fixture, or its text
 * @param inline whether it is the text
 * @param lifetime how long the sandbox lives
 * @param port the port; 0 for a free one
 * @param said the other methods to call on its builder
 * @param strict whether a test must check each refusal
 * @param name the name of the sandbox; empty if it has none of its own
 */
public record SandboxConfig(
        String fixture, boolean inline, Lifetime lifetime, int port, List<Verb<?>> said, boolean strict, String name) {

    /** A method to call on the builder of a sandbox, equal to the same method with the same value. */
    public record Verb<T>(BiFunction<SandbankBuilder, T, SandbankBuilder> verb, T value) {

        SandbankBuilder sayTo(SandbankBuilder builder) {
            return verb.apply(builder, value);
        }
    }

    private static final Verb<String> HTTPS = new Verb<>((builder, nothing) -> builder.https(), "");

    public SandboxConfig {
        said = List.copyOf(said);
    }

    public static SandboxConfig of(WithSandbank declared) {
        SandboxConfig config = named(declared.value());
        return (declared.https() ? config.saying(HTTPS) : config)
                .living(declared.lifetime())
                .at(ForkPorts.of(declared.port()))
                .strict(declared.strict())
                .called(declared.name())
                .atServer(declared.url());
    }

    public static SandboxConfig named(String fixture) {
        return new SandboxConfig(fixture, false, Lifetime.METHOD, 0, List.of(), false, "");
    }

    /** The same with the fixture as text. */
    public SandboxConfig text(String text) {
        return new SandboxConfig(text, true, lifetime, port, said, strict, name);
    }

    /** The same with a fixture of this name. */
    public SandboxConfig fixture(String other) {
        return new SandboxConfig(other, false, lifetime, port, said, strict, name);
    }

    public SandboxConfig living(Lifetime other) {
        return new SandboxConfig(fixture, inline, other, port, said, strict, name);
    }

    public SandboxConfig at(int other) {
        return new SandboxConfig(fixture, inline, lifetime, other, said, strict, name);
    }

    public SandboxConfig strict(boolean wanted) {
        return new SandboxConfig(fixture, inline, lifetime, port, said, wanted, name);
    }

    /** The same at a server, unless the URL is empty. */
    private SandboxConfig atServer(String url) {
        return url.isEmpty() ? this : saying(new Verb<>(SandbankBuilder::atServer, server(url)));
    }

    /** The name by which tests know it: its own, else that of its fixture. */
    public String called() {
        return name.isEmpty() && !inline ? fixture : name;
    }

    private SandboxConfig called(String other) {
        return new SandboxConfig(fixture, inline, lifetime, port, said, strict, other);
    }

    /**
     * The same with one more method to call on the builder.
     *
     * @throws IllegalArgumentException if the builder refuses the value
     */
    public SandboxConfig saying(Verb<?> more) {
        more.sayTo(Sandbank.builder());
        return new SandboxConfig(
                fixture,
                inline,
                lifetime,
                port,
                Stream.concat(said.stream(), Stream.of(more)).toList(),
                strict,
                name);
    }

    /** The same with another fixture, for one method, which then does not share the sandbox of a class. */
    SandboxConfig with(Fixture other) {
        SandboxConfig world = (other.text().isEmpty() ? fixture(other.value()) : text(other.text()))
                .called(other.bank().isEmpty() ? name : other.bank());
        return lifetime == Lifetime.CLASS ? world.living(Lifetime.METHOD) : world;
    }

    Sandbank start() {
        SandbankBuilder builder = world().port(port);
        serverOfAll().ifPresent(builder::atServer);
        said.forEach(verb -> verb.sayTo(builder));
        return builder.start();
    }

    /** The server of all sandboxes without a URL; empty if they run in this JVM. */
    private static Optional<URI> serverOfAll() {
        return Optional.ofNullable(System.getProperty("sandbank.url"))
                .or(() -> Optional.ofNullable(System.getenv("SANDBANK_URL")))
                .filter(url -> !url.isBlank())
                .map(SandboxConfig::server);
    }

    private static URI server(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(
                    "the URL of a server looks like http://127.0.0.1:8080, not like " + url, wrong);
        }
    }

    /** A builder with the fixture alone. */
    public SandbankBuilder world() {
        return inline
                ? Sandbank.builder().fixtureText(fixture)
                : Sandbank.builder().fixture(fixture);
    }

    boolean hasFixedPort() {
        return port != 0;
    }

    /** The fixture as the test may have written it. */
    @Override
    public String toString() {
        return inline ? "an inline fixture" : '"' + fixture + '"';
    }
}
