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
 * A test's turn: it has what others want too for itself. JUnit's store gives it back after whatever belongs to the test,
 * the sandbox of the test included, and also if the test fails.
 *
 * @param held what nobody else has meanwhile
 */
record ExclusiveLocks(List<Semaphore> held) implements CloseableResource, AutoCloseable {

    private static final String CONCURRENT_FACTORY = """
            dynamic tests that run in parallel cannot take turns at a sandbox for the whole JVM or at a fixed port: \
            write @Execution(SAME_THREAD) on the method""";

    /** Tells a port that tests take turns at. */
    private record Port(int number) {}

    /** What tells a test's turn from that of any test around it. */
    private record Key(String test) {}

    /** Waits for all that a test needs at once, in an order that is the same for all tests, so that none waits for ever. */
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

    /** While such a method waits for its tests, its thread may run another test, which would wait for it in turn. */
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
