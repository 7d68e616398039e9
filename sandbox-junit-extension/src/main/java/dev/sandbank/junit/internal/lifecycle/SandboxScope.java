package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.TestName;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private static final int MOST_SHOWN = 5;

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
                                key -> SandboxInstance.of(declared.spec(), declared.words(), outside()),
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
    void prepare() {
        List<TestOverrides> overrides = inside();
        if (isForTheJvm()) {
            resetOnce();
            overrides.forEach(override -> override.applyTo(bank()));
        } else if (!overrides.isEmpty()) {
            throw new ParameterResolutionException(overrides.get(0).words() + " at "
                    + asking.getRequiredTestMethod() + " would change the sandbox of other tests: " + declared.words()
                    + " is shared by the tests of " + owner().getRequiredTestClass());
        } else if (isRunning() || isNeededUnasked()) {
            bank();
        }
    }

    /** Fails a test that passes though it did not meet what it arranged. */
    void requireMet() {
        if (isForTheJvm() || isRunning()) {
            TestTracking.of(started(), asking)
                    .ifPresent(test -> test.requireMet(declared.spec().strict()));
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
    private boolean isNeededUnasked() {
        return declared.spec().hasFixedPort() || !outside().isEmpty();
    }

    /** What is to be different for this test, and not for others that share it. */
    private List<TestOverrides> inside() {
        ExtensionContext owner = owner();
        return meant(declared.reach(asking).takeWhile(context -> context != owner));
    }

    /** What is to be different for all that share it. */
    private List<TestOverrides> outside() {
        ExtensionContext owner = owner();
        return meant(declared.reach(asking).dropWhile(context -> context != owner));
    }

    /** What names no sandbox means the nearest. */
    private List<TestOverrides> meant(Stream<ExtensionContext> insideOut) {
        return TestOverrides.at(insideOut).stream()
                .filter(override -> override.bank().isEmpty() ? isNearest() : declared.isCalled(override.bank()))
                .toList();
    }

    private boolean isNearest() {
        return Declaration.nearestTo(asking)
                .filter(nearest -> nearest.key().equals(declared.key()))
                .isPresent();
    }

    /**
     * The outermost class that wants one sandbox for all its tests: it asks for it where no single test is meant. This is read
     * off the class, not off what ran so far: an {@code @AfterAll} method asks when the tests are over.
     */
    private Optional<ExtensionContext> sharing() {
        return declared.reach(asking).filter(this::isSharing).reduce((inner, outer) -> outer);
    }

    private boolean isSharing(ExtensionContext context) {
        return context.getTestMethod().isEmpty() && onceForAll(context).anyMatch(this::wantsSomething);
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

    private boolean wantsSomething(Executable executable) {
        return Stream.of(executable.getParameters())
                .flatMap(parameter -> ParameterValue.of(parameter).stream())
                .anyMatch(wanted -> declared.isCalled(wanted.bank()));
    }

    /**
     * Tells a sandbox which test uses it, until that test is over.
     *
     * @param bank the sandbox
     * @param test the name of the test
     * @param before faults of others, which need not strike during this test
     */
    private record TestTracking(Sandbank bank, String test, List<String> before)
            implements CloseableResource, AutoCloseable {

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
            return new TestTracking(bank, test, bank.faults().unmet());
        }

        static Optional<TestTracking> of(Sandbank bank, ExtensionContext user) {
            return Optional.ofNullable(user.getStore(SandboxLifecycle.NAMESPACE)
                    .get(new Key(user.getUniqueId(), bank), TestTracking.class));
        }

        void requireMet(boolean strict) {
            List<String> idle = bank.faults().unmet().stream()
                    .filter(fault -> !before.contains(fault))
                    .toList();
            if (!idle.isEmpty()) {
                throw new AssertionError(
                        "The test passed, but what it wanted to go wrong never did: " + String.join("; ", idle)
                                + ". If it need not, say maybe(). " + told("Its calls were", calls()));
            }
            List<Exchange> refused = strict ? bank.journal().unexpectedRefusals() : List.of();
            if (!refused.isEmpty()) {
                throw new AssertionError("The test passed, but it did not look at what was refused. "
                        + told("Nothing spoke of", refused));
            }
        }

        private List<Exchange> calls() {
            return bank.journal().calls().stream()
                    .filter(bank.journal()::isOfThisTest)
                    .toList();
        }

        private static String told(String start, List<Exchange> calls) {
            return calls.isEmpty()
                    ? "No call reached the sandbox"
                    : start
                            + calls.stream()
                                    .limit(MOST_SHOWN)
                                    .map(call -> "\n" + call.headline() + ", "
                                            + call.decision().explain())
                                    .collect(Collectors.joining());
        }

        @Override
        public void close() {
            bank.journal().endTest(test);
        }
    }
}
