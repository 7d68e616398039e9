package dev.sandbank.junit;

import dev.sandbank.Sandbank;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * A declared sandbox as one test or class uses it.
 *
 * @param declared which one
 * @param asking the context of the test or class
 */
record SandboxScope(Declaration declared, ExtensionContext asking) {

    /** What tells the reset for one test from that for another. */
    private record Reset(String test, SandboxConfig spec) {}

    /** The context in whose store it is kept; those inside it share it. */
    ExtensionContext owner() {
        return switch (declared.spec().lifetime()) {
            case METHOD -> Sharing.under(declared, asking).orElse(asking);
            case CLASS -> declared.place();
            case JVM -> asking.getRoot();
        };
    }

    /** Whether nobody else uses it. */
    boolean isOwn() {
        return owner() == asking;
    }

    /** Whether it is there for more than one test. */
    boolean isShared() {
        return declared.spec().lifetime() != Lifetime.METHOD
                || Sharing.under(declared, asking).isPresent();
    }

    private boolean isForTheJvm() {
        return declared.spec().lifetime() == Lifetime.JVM;
    }

    /** The sandbox, which is started if nobody asked before. */
    Sandbank bank() {
        return TestTracking.noted(started(), asking);
    }

    private Sandbank started() {
        return isForTheJvm()
                ? JvmWide.during(asking, declared.spec()).bank()
                : owner().getStore(SandbankExtension.NAMESPACE)
                        .getOrComputeIfAbsent(
                                declared.key(),
                                key -> StartResult.of(declared.spec(), declared.words(), TestOverrides.at(outside())),
                                StartResult.class)
                        .bank();
    }

    /** Has it run before its first test if it may be needed by then. */
    void open() {
        if (declared.spec().hasFixedPort()) {
            bank();
        }
    }

    /** Makes it as the test is to find it. */
    void prepare(boolean varied) {
        List<TestOverrides> variations = varied ? TestOverrides.at(inside()) : List.of();
        if (isForTheJvm()) {
            resetOnce();
            variations.forEach(variation -> variation.applyTo(bank()));
        } else if (!variations.isEmpty()) {
            throw new ParameterResolutionException(variations.get(0).words() + " at "
                    + asking.getRequiredTestMethod() + " would change the sandbox of other tests: " + declared.words()
                    + " is shared by the tests of " + owner().getRequiredTestClass());
        } else if (isRunning() || isNeededUnasked(varied)) {
            bank();
        }
    }

    /** Once for each test, whoever else wants it for the same test. */
    private void resetOnce() {
        asking.getStore(SandbankExtension.NAMESPACE)
                .getOrComputeIfAbsent(new Reset(asking.getUniqueId(), declared.spec()), reset -> {
                    bank().reset();
                    return reset;
                });
    }

    /** Somebody may have told the test's code its URL, so that the test need not ask. */
    private boolean isRunning() {
        return owner().getStore(SandbankExtension.NAMESPACE).get(declared.key()) instanceof StartResult.Running;
    }

    /** Whether it has to run although nobody may ask for it. */
    private boolean isNeededUnasked(boolean varied) {
        return declared.spec().hasFixedPort()
                || (varied && !TestOverrides.at(outside()).isEmpty());
    }

    /** The contexts that do not share it with others, outwards. */
    private Stream<ExtensionContext> inside() {
        ExtensionContext owner = owner();
        return declared.reach(asking).takeWhile(context -> context != owner);
    }

    /** The contexts whose tests all share it, outwards. */
    private Stream<ExtensionContext> outside() {
        ExtensionContext owner = owner();
        return declared.reach(asking).dropWhile(context -> context != owner);
    }
}
