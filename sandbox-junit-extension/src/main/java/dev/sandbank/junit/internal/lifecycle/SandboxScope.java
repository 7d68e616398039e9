package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.TestName;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

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
            case METHOD -> sharing().orElse(asking);
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
        return declared.spec().lifetime() != Lifetime.METHOD || sharing().isPresent();
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
                : owner().getStore(SandboxLifecycle.NAMESPACE)
                        .getOrComputeIfAbsent(
                                declared.key(),
                                key -> SandboxInstance.of(
                                        declared.spec(), declared.words(), TestOverrides.at(outside())),
                                SandboxInstance.class)
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
        List<TestOverrides> overrides = varied ? TestOverrides.at(inside()) : List.of();
        if (isForTheJvm()) {
            resetOnce();
            overrides.forEach(override -> override.applyTo(bank()));
        } else if (!overrides.isEmpty()) {
            throw new ParameterResolutionException(overrides.get(0).words() + " at "
                    + asking.getRequiredTestMethod() + " would change the sandbox of other tests: " + declared.words()
                    + " is shared by the tests of " + owner().getRequiredTestClass());
        } else if (isRunning() || isNeededUnasked(varied)) {
            bank();
        }
    }

    /** Once for each test, whoever else wants it for the same test. */
    private void resetOnce() {
        asking.getStore(SandboxLifecycle.NAMESPACE)
                .getOrComputeIfAbsent(new Reset(asking.getUniqueId(), declared.spec()), reset -> {
                    bank().resetKeepingTokens();
                    return reset;
                });
    }

    /** Somebody may have told the test's code its URL, so that the test need not ask. */
    private boolean isRunning() {
        return owner().getStore(SandboxLifecycle.NAMESPACE).get(declared.key()) instanceof SandboxInstance.Running;
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

    /**
     * The outermost class that wants one sandbox for all its tests: it asks for it where no single test is meant. This is read
     * off the class, not off what ran so far: an {@code @AfterAll} method asks when the tests are over.
     */
    private Optional<ExtensionContext> sharing() {
        return declared.reach(asking).filter(SandboxScope::isSharing).reduce((inner, outer) -> outer);
    }

    private static boolean isSharing(ExtensionContext context) {
        return context.getTestMethod().isEmpty() && onceForAll(context).anyMatch(SandboxScope::wantsSomething);
    }

    /** What runs once for all tests of a class. */
    private static Stream<Executable> onceForAll(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        Stream<Executable> lifecycle = Stream.concat(methods(type, BeforeAll.class), methods(type, AfterAll.class));
        return context.getTestInstanceLifecycle()
                        .filter(Lifecycle.PER_CLASS::equals)
                        .isPresent()
                ? Stream.concat(lifecycle, Stream.of(type.getDeclaredConstructors()))
                : lifecycle;
    }

    private static Stream<Executable> methods(Class<?> type, Class<? extends Annotation> annotation) {
        return AnnotationSupport.findAnnotatedMethods(type, annotation, HierarchyTraversalMode.TOP_DOWN).stream()
                .map(Executable.class::cast);
    }

    private static boolean wantsSomething(Executable executable) {
        return Stream.of(executable.getParameters())
                .anyMatch(parameter -> ParameterValue.of(parameter).isPresent());
    }

    /**
     * Tells a sandbox which test uses it, until that test is over.
     *
     * @param bank the sandbox
     * @param test the name of the test
     */
    private record TestTracking(Sandbank bank, String test) implements CloseableResource, AutoCloseable {

        /** What tells one attendance from another. */
        private record Key(String test, Sandbank bank) {}

        /** Tells it once for each test; what is no test is not told. */
        static Sandbank noted(Sandbank bank, ExtensionContext user) {
            if (user.getTestMethod().isPresent()) {
                user.getStore(SandboxLifecycle.NAMESPACE)
                        .getOrComputeIfAbsent(
                                new Key(user.getUniqueId(), bank),
                                key -> begun(bank, TestName.of(user)),
                                TestTracking.class);
            }
            return bank;
        }

        private static TestTracking begun(Sandbank bank, String test) {
            bank.journal().beginTest(test);
            return new TestTracking(bank, test);
        }

        @Override
        public void close() {
            bank.journal().endTest(test);
        }
    }
}
