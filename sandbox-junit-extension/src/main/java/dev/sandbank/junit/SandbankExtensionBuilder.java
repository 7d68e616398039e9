package dev.sandbank.junit;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.junit.internal.lifecycle.ForkPorts;
import dev.sandbank.junit.internal.lifecycle.SandboxConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says more about the sandbox of a {@link SandbankExtension}; whatever is not said has a safe default. */
public final class SandbankExtensionBuilder {

    private SandboxConfig spec = SandboxConfig.named("apiture");
    private @Nullable Lifetime lifetime;

    SandbankExtensionBuilder() {}

    /** The fixture: a built-in name, else a class-path resource, else a file. Default: {@code apiture}. */
    public SandbankExtensionBuilder fixture(String nameOrPath) {
        spec = spec.fixture(nameOrPath);
        return this;
    }

    /** The fixture as YAML or JSON text. */
    public SandbankExtensionBuilder fixtureText(String text) {
        spec = spec.text(text);
        return this;
    }

    /** The port; 0, the default, is a free one. What {@link WithSandbank#port()} says of it is true here, too. */
    public SandbankExtensionBuilder port(int number) {
        Sandbank.builder().port(number);
        spec = spec.at(ForkPorts.of(number));
        return this;
    }

    /** How long it lives. Default: as long as the class for a static field, as long as the test for another. */
    public SandbankExtensionBuilder lifetime(Lifetime how) {
        lifetime = how;
        return this;
    }

    /** Tells each decision in a header, as {@link SandbankBuilder#decisionHeader()} does. */
    public SandbankExtensionBuilder decisionHeader() {
        return say((builder, nothing) -> builder.decisionHeader(), "");
    }

    /** The address to listen at, as {@link SandbankBuilder#host} has it. */
    public SandbankExtensionBuilder host(String address) {
        return say(SandbankBuilder::host, address);
    }

    /** The URL by which callers know the sandbox, as {@link SandbankBuilder#publicUrl(URI)} has it. */
    public SandbankExtensionBuilder publicUrl(URI url) {
        return publicUrl(url.toString());
    }

    /** The same, with <code>{port}</code> for the port that each sandbox gets, as {@link SandbankBuilder#publicUrl(String)} has it. */
    public SandbankExtensionBuilder publicUrl(String url) {
        return say(SandbankBuilder::publicUrl, url);
    }

    /** Speaks https, as {@link SandbankBuilder#https()} says. */
    public SandbankExtensionBuilder https() {
        return say((builder, nothing) -> builder.https(), "");
    }

    /** Further names by which callers know the sandbox, as {@link SandbankBuilder#publicHost} has it. */
    public SandbankExtensionBuilder publicHost(String... names) {
        return say((builder, all) -> builder.publicHost(all.toArray(String[]::new)), List.of(names));
    }

    /** Keeps its signing keys in a file, as {@link SandbankBuilder#keysIn} has it. */
    public SandbankExtensionBuilder keysIn(Path file) {
        return say(SandbankBuilder::keysIn, file);
    }

    /** Is told of every call, as {@link SandbankBuilder#onCall} has it. */
    public SandbankExtensionBuilder onCall(Consumer<Exchange> told) {
        return say(SandbankBuilder::onCall, told);
    }

    /** What must be sent to control the sandbox over HTTP, as {@link SandbankBuilder#controlToken} has it. */
    public SandbankExtensionBuilder controlToken(String token) {
        return say(SandbankBuilder::controlToken, token);
    }

    /** Nobody can control the sandbox over HTTP, as {@link SandbankBuilder#withoutControlApi} has it. */
    public SandbankExtensionBuilder withoutControlApi() {
        return say((builder, nothing) -> builder.withoutControlApi(), "");
    }

    /** The server at which it is made, in the place of this JVM, as {@link SandbankBuilder#atServer} has it. */
    public SandbankExtensionBuilder atServer(URI url) {
        return say(SandbankBuilder::atServer, url);
    }

    /** A test fails if a call was refused and nothing spoke of it, as {@link WithSandbank#strict()} says. */
    public SandbankExtensionBuilder strict() {
        spec = spec.strict(true);
        return this;
    }

    private <T> SandbankExtensionBuilder say(BiFunction<SandbankBuilder, T, SandbankBuilder> verb, T value) {
        spec = spec.saying(new SandboxConfig.Verb<>(verb, value));
        return this;
    }

    /** Makes the extension; no sandbox is started before a test or class that uses it begins. */
    public SandbankExtension build() {
        SandboxConfig wanted = spec;
        Lifetime chosen = lifetime;
        return new SandbankExtension(usual -> wanted.living(chosen == null ? usual : chosen));
    }
}
