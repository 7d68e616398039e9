package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.TestName;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
 * @param declared the declaration
 * @param asking the context of the test or class
 */
record SandboxScope(Declaration declared, ExtensionContext asking) {

    private static final int MOST_SHOWN = 5;

    /** Identifies the reset for one test. */
    private record Reset(String test, SandboxConfig spec) {}

    /** The context in whose store it is kept; those inside it share it. */
    ExtensionContext owner() {
        return switch (declared.spec().lifetime()) {
            case METHOD -> sharing().orElse(asking);
            case CLASS -> declared.place();
            case JVM -> asking.getRoot();
        };
    }

    /** Whether no other test or class uses it. */
    boolean isOwn() {
        return owner() == asking;
    }

    /** Whether several tests use it. */
    boolean isShared() {
        return declared.spec().lifetime() != Lifetime.METHOD || sharing().isPresent();
    }

    private boolean isForTheJvm() {
        return declared.spec().lifetime() == Lifetime.JVM;
    }

    /** Returns the sandbox; starts it if necessary. */
    Sandbank bank() {
        return TestTracking.noted(started(), asking, isForTheJvm());
    }

    private Sandbank started() {
        return isForTheJvm()
                ? JvmWide.during(asking, declared.spec()).bank()
                : owner().getStore(SandboxLifecycle.NAMESPACE)
                        .getOrComputeIfAbsent(
                                declared.key(),
                                key -> SandboxInstance.of(
                                        declared.spec(), declared.words(), outside(), RunCoverage.ofOwner(owner())),
                                SandboxInstance.class)
                        .bank();
    }

    /** Starts it before its first test if it has a fixed port. */
    void open() {
        if (declared.spec().hasFixedPort()) {
            bank();
        }
    }

    /** Resets and changes it for the test, and starts it if necessary. */
    void prepare() {
        List<TestOverrides> overrides = inside();
        if (isForTheJvm()) {
            resetOnce();
            overrides.forEach(override -> override.applyTo(bank()));
        } else if (!overrides.isEmpty()) {
            throw new ParameterResolutionException(overrides.get(0).words() + " at "
                    + asking.getRequiredTestMethod() + " would change the sandbox of other tests, because the tests of "
                    + owner().getRequiredTestClass() + " share " + declared.words()
                    + ": write @WithSandbank(\"…\") on the method, too");
        } else if (isRunning() || isNeededUnasked()) {
            bank();
        }
    }

    /** Fails a test that passes although a fault never struck or, if strict, a refusal was not checked. */
    void requireMet() {
        tracking().ifPresent(test -> test.requireMet(declared.spec().strict()));
    }

    private Optional<TestTracking> tracking() {
        return isForTheJvm() || isRunning() ? TestTracking.of(started(), asking) : Optional.empty();
    }

    /** Returns the sandbox if the test used it. */
    Optional<Sandbank> used() {
        return tracking().map(TestTracking::bank);
    }

    /** The name of the sandbox if the test could use several, otherwise empty. */
    String name() {
        return Declaration.usableBy(asking).size() > 1 ? declared.spec().called() : "";
    }

    /** Shows the last of some calls. */
    static String lastOf(List<Exchange> calls) {
        return TestTracking.shown(calls.subList(Math.max(0, calls.size() - MOST_SHOWN), calls.size()));
    }

    /** Resets it once for each test, even if several extensions ask. */
    private void resetOnce() {
        asking.getStore(SandboxLifecycle.NAMESPACE)
                .getOrComputeIfAbsent(new Reset(asking.getUniqueId(), declared.spec()), reset -> {
                    bank().resetKeepingTokens();
                    return reset;
                });
    }

    /** The test's code may have its URL from elsewhere, so that no parameter asks for it. */
    private boolean isRunning() {
        return owner().getStore(SandboxLifecycle.NAMESPACE).get(declared.key()) instanceof SandboxInstance.Running;
    }

    /** Whether it must run even if nothing asks for it. */
    private boolean isNeededUnasked() {
        return declared.spec().hasFixedPort() || !outside().isEmpty();
    }

    /** The changes for this test only, not for others that share it. */
    private List<TestOverrides> inside() {
        ExtensionContext owner = owner();
        return meant(declared.reach(asking).takeWhile(context -> context != owner));
    }

    /** The changes for all tests that share it. */
    private List<TestOverrides> outside() {
        ExtensionContext owner = owner();
        return meant(declared.reach(asking).dropWhile(context -> context != owner));
    }

    /** Changes that name no sandbox mean the nearest. */
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
     * The outermost class that shares the sandbox, because a method that runs once for all its tests takes it. This follows from the
     * class, not from the calls so far: an {@code @AfterAll} method asks only after the tests.
     */
    private Optional<ExtensionContext> sharing() {
        return declared.reach(asking).filter(this::isSharing).reduce((inner, outer) -> outer);
    }

    private boolean isSharing(ExtensionContext context) {
        return context.getTestMethod().isEmpty() && onceForAll(context).anyMatch(this::wantsSomething);
    }

    /** The methods and constructors that run once for all tests of a class. */
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
     * Marks which test uses a sandbox, until that test is over.
     *
     * @param bank the sandbox
     * @param test the name of the test
     * @param before faults from before the test, which need not strike during it
     * @param end what to do with the sandbox when the test is over
     */
    private record TestTracking(Sandbank bank, String test, List<String> before, Consumer<Sandbank> end)
            implements CloseableResource, AutoCloseable {

        /** Identifies the use of a sandbox by a test. */
        private record Key(String test, Sandbank bank) {}

        /**
         * Marks the beginning of a test once; does nothing for a class.
         *
         * @param stays whether the sandbox outlives all that could count its coverage later
         */
        static Sandbank noted(Sandbank bank, ExtensionContext user, boolean stays) {
            if (user.getTestMethod().isPresent()) {
                user.getStore(SandboxLifecycle.NAMESPACE)
                        .getOrComputeIfAbsent(
                                new Key(user.getUniqueId(), bank),
                                key -> begun(bank, TestName.of(user), stays ? RunCoverage.ofUser(user) : noted -> {}),
                                TestTracking.class);
            }
            return bank;
        }

        private static TestTracking begun(Sandbank bank, String test, Consumer<Sandbank> end) {
            bank.journal().beginTest(test);
            return new TestTracking(bank, test, bank.faults().unmet(), end);
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
                throw new AssertionError("The test passed, but a fault never struck: " + String.join("; ", idle)
                        + ". If it need not strike, write maybe(). " + arrived());
            }
            List<Exchange> refused = strict ? bank.journal().unexpectedRefusals() : List.of();
            if (!refused.isEmpty()) {
                throw new AssertionError(
                        "The test passed, but no assertion checks these refusals: write wasRefused(…) or"
                                + " expectDenial(…)"
                                + shown(refused));
            }
        }

        private String arrived() {
            List<Exchange> calls = bank.journal().calls().stream()
                    .filter(bank.journal()::isOfThisTest)
                    .toList();
            return calls.isEmpty() ? "No call reached the sandbox" : "These calls arrived:" + shown(calls);
        }

        private static String shown(List<Exchange> calls) {
            return calls.stream()
                    .limit(MOST_SHOWN)
                    .map(call -> "\n" + call.headline() + ", " + call.decision().explain())
                    .collect(Collectors.joining());
        }

        @Override
        public void close() {
            end.accept(bank);
            bank.journal().endTest(test);
        }
    }
}
