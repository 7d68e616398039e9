package dev.sandbank.junit;

import dev.sandbank.Exchange;
import dev.sandbank.Experimental;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.Stable;
import dev.sandbank.junit.internal.lifecycle.ForkPorts;
import dev.sandbank.junit.internal.lifecycle.SandboxConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Configures the sandbox of a {@link SandbankExtension}; every setting has a safe default. */
@Stable
public final class SandbankExtensionBuilder {

    private SandboxConfig spec = SandboxConfig.named("apiture");
    private @Nullable Lifetime lifetime;

    SandbankExtensionBuilder() {}

    /** Sets the fixture: a built-in name, else a class-path resource, else a file. Default: {@code apiture}. */
    public SandbankExtensionBuilder fixture(String nameOrPath) {
        spec = spec.fixture(nameOrPath);
        return this;
    }

    /** Sets the fixture as YAML or JSON text. */
    public SandbankExtensionBuilder fixtureText(String text) {
        spec = spec.text(text);
        return this;
    }

    /** Sets the port; 0, the default, means a free one. See {@link WithSandbank#port()}. */
    public SandbankExtensionBuilder port(int number) {
        Sandbank.builder().port(number);
        spec = spec.at(ForkPorts.of(number));
        return this;
    }

    /** Sets how long the sandbox lives. Default: as long as the class for a static field, as long as the test for another. */
    public SandbankExtensionBuilder lifetime(Lifetime how) {
        lifetime = how;
        return this;
    }

    /** Adds the decision to each reply, see {@link SandbankBuilder#decisionHeader()}. */
    public SandbankExtensionBuilder decisionHeader() {
        return say((builder, nothing) -> builder.decisionHeader(), "");
    }

    /** Sets the address to listen at, see {@link SandbankBuilder#host}. */
    public SandbankExtensionBuilder host(String address) {
        return say(SandbankBuilder::host, address);
    }

    /** Sets the URL by which callers know the sandbox, see {@link SandbankBuilder#publicUrl(URI)}. */
    public SandbankExtensionBuilder publicUrl(URI url) {
        return publicUrl(url.toString());
    }

    /** The same, with <code>{port}</code> for the port that each sandbox gets, see {@link SandbankBuilder#publicUrl(String)}. */
    public SandbankExtensionBuilder publicUrl(String url) {
        return say(SandbankBuilder::publicUrl, url);
    }

    /** Makes the sandbox speak https, see {@link SandbankBuilder#https()}. */
    public SandbankExtensionBuilder https() {
        return say((builder, nothing) -> builder.https(), "");
    }

    /** Adds names by which callers know the sandbox, see {@link SandbankBuilder#publicHost}. */
    public SandbankExtensionBuilder publicHost(String... names) {
        return say((builder, all) -> builder.publicHost(all.toArray(String[]::new)), List.of(names));
    }

    /** Keeps the signing keys in a file, see {@link SandbankBuilder#keysIn}. */
    public SandbankExtensionBuilder keysIn(Path file) {
        return say(SandbankBuilder::keysIn, file);
    }

    /** Lets webhooks post to a host besides this machine, see {@link SandbankBuilder#mayDeliverTo}. */
    @Experimental
    public SandbankExtensionBuilder mayDeliverTo(String host) {
        return say(SandbankBuilder::mayDeliverTo, host);
    }

    /** Calls the consumer for every call, see {@link SandbankBuilder#onCall}. */
    public SandbankExtensionBuilder onCall(Consumer<Exchange> told) {
        return say(SandbankBuilder::onCall, told);
    }

    /** Sets the token that callers must send to control the sandbox over HTTP, see {@link SandbankBuilder#controlToken}. */
    public SandbankExtensionBuilder controlToken(String token) {
        return say(SandbankBuilder::controlToken, token);
    }

    /** Turns control over HTTP off, see {@link SandbankBuilder#withoutControlApi}. */
    public SandbankExtensionBuilder withoutControlApi() {
        return say((builder, nothing) -> builder.withoutControlApi(), "");
    }

    /** Leaves out the page for browsers, see {@link SandbankBuilder#withoutConsole}. */
    @Experimental
    public SandbankExtensionBuilder withoutConsole() {
        return say((builder, nothing) -> builder.withoutConsole(), "");
    }

    /** Makes the sandbox at a server instead of this JVM, see {@link SandbankBuilder#atServer}. */
    public SandbankExtensionBuilder atServer(URI url) {
        return say(SandbankBuilder::atServer, url);
    }

    /** Fails a test if a call was refused and no assertion mentions it, see {@link WithSandbank#strict()}. */
    public SandbankExtensionBuilder strict() {
        spec = spec.strict(true);
        return this;
    }

    private <T> SandbankExtensionBuilder say(BiFunction<SandbankBuilder, T, SandbankBuilder> verb, T value) {
        spec = spec.saying(new SandboxConfig.Verb<>(verb, value));
        return this;
    }

    /** Makes the extension; it starts no sandbox before a test or class that uses it begins. */
    public SandbankExtension build() {
        SandboxConfig wanted = spec;
        Lifetime chosen = lifetime;
        return new SandbankExtension(usual -> wanted.living(chosen == null ? usual : chosen));
    }
}
