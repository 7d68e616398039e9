package dev.sandbank.junit.internal.lifecycle;

import static java.util.Comparator.comparing;

import dev.sandbank.junit.Lifetime;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test's turn: it has sandboxes and ports for itself that other tests want, too. JUnit's store releases them after everything that
 * belongs to the test, such as its sandbox, also if the test fails.
 *
 * @param held the locks that no other test has meanwhile
 */
record ExclusiveLocks(List<Semaphore> held) implements CloseableResource, AutoCloseable {

    private static final String CONCURRENT_FACTORY = """
            dynamic tests that run in parallel cannot take turns at a sandbox for the whole JVM or at a fixed port: \
            write @Execution(SAME_THREAD) on the method""";

    /** A port at which tests take turns. */
    private record Port(int number) {}

    /** Identifies a test's turn, as there may be tests around it. */
    private record Key(String test) {}

    /** Takes all locks that a test needs, in an order that is the same for all tests, so that none waits for ever. */
    static void take(ExtensionContext test, List<SandboxScope> scopes) {
        test.getStore(SandboxLifecycle.NAMESPACE)
                .getOrComputeIfAbsent(new Key(test.getUniqueId()), key -> of(test, scopes), ExclusiveLocks.class);
    }

    private static ExclusiveLocks of(ExtensionContext test, List<SandboxScope> scopes) {
        List<Semaphore> wanted = scopes.stream()
                .sorted(comparing(scope -> scope.declared().spec().toString()))
                .flatMap(ExclusiveLocks::needed)
                .distinct()
                .toList();
        if (!wanted.isEmpty() && isConcurrentFactory(test)) {
            throw new ParameterResolutionException(test.getRequiredTestMethod() + ": " + CONCURRENT_FACTORY);
        }
        wanted.forEach(Semaphore::acquireUninterruptibly);
        return new ExclusiveLocks(wanted);
    }

    private static Stream<Semaphore> needed(SandboxScope scope) {
        SandboxConfig spec = scope.declared().spec();
        if (spec.lifetime() == Lifetime.JVM) {
            return Stream.of(JvmWide.during(scope.asking(), spec).turns());
        }
        Store ofRun = scope.asking().getRoot().getStore(SandboxLifecycle.NAMESPACE);
        return scope.isOwn() && spec.hasFixedPort()
                ? Stream.of(ofRun.getOrComputeIfAbsent(
                        new Port(spec.port()), port -> new Semaphore(1, true), Semaphore.class))
                : Stream.empty();
    }

    /** While such a method waits for its tests, its thread may run another test, and the two would wait for each other. */
    private static boolean isConcurrentFactory(ExtensionContext test) {
        return AnnotationSupport.isAnnotated(test.getElement(), TestFactory.class)
                && test.getExecutionMode() == ExecutionMode.CONCURRENT
                && test.getConfigurationParameter("junit.jupiter.execution.parallel.enabled")
                        .filter(Boolean::parseBoolean)
                        .isPresent();
    }

    @Override
    public void close() {
        held.forEach(Semaphore::release);
    }
}
