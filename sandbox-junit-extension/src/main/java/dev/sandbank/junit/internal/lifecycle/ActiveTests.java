package dev.sandbank.junit.internal.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The tests and classes that run with an extension in a field at the moment.
 *
 * <p>One field may serve many at once: tests of one instance in parallel, or classes that inherit it. The thread then shows which of
 * them calls.
 */
final class ActiveTests {

    private final Map<String, SandboxScope> present = new ConcurrentHashMap<>();
    private final ThreadLocal<Deque<SandboxScope>> onThisThread = ThreadLocal.withInitial(ArrayDeque::new);

    /** Identifies a stay. */
    private record Key(ActiveTests where, String context) {}

    /** A test or class that has begun and is not over. */
    private record Stay(ActiveTests where, SandboxScope scope) implements CloseableResource, AutoCloseable {

        @Override
        public void close() {
            where.left(scope);
        }
    }

    /** Notes that a test or class begins; JUnit's store notes that it is over. */
    void joins(SandboxScope scope) {
        ExtensionContext context = scope.asking();
        context.getStore(SandboxLifecycle.NAMESPACE)
                .getOrComputeIfAbsent(new Key(this, context.getUniqueId()), key -> joined(scope), Stay.class);
    }

    private Stay joined(SandboxScope scope) {
        present.put(scope.asking().getUniqueId(), scope);
        onThisThread.get().push(scope);
        return new Stay(this, scope);
    }

    private void left(SandboxScope scope) {
        present.remove(scope.asking().getUniqueId());
        onThisThread.get().remove(scope);
        if (onThisThread.get().isEmpty()) {
            onThisThread.remove();
        }
    }

    /** The sandbox of the caller. */
    SandboxScope scope() {
        return onThisThread.get().stream().findFirst().orElseGet(this::only);
    }

    /** On another thread than that of a test, the sandbox is clear only if there is just one. */
    private SandboxScope only() {
        Map<String, SandboxScope> owners = new HashMap<>();
        present.values().forEach(scope -> owners.put(scope.owner().getUniqueId(), scope));
        if (owners.size() == 1) {
            return owners.values().iterator().next();
        }
        throw new IllegalStateException(
                owners.isEmpty()
                        ? "no test runs with this extension: call sandbank() while a test or its class runs"
                        : "several sandboxes run with this extension, and this thread belongs to no test: call"
                                + " sandbank() on the thread of the test, or take a parameter of type Sandbank");
    }
}
