package dev.sandbank.junit.internal.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * Where an extension in a field is at the moment: the tests and classes that run with it.
 *
 * <p>One field may serve many at once: tests of one instance in parallel, or classes that inherit it. Then the thread
 * tells which of them asks.
 */
final class ActiveTests {

    private final Map<String, SandboxScope> present = new ConcurrentHashMap<>();
    private final ThreadLocal<Deque<SandboxScope>> onThisThread = ThreadLocal.withInitial(ArrayDeque::new);

    /** What tells one stay from another. */
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

    /** The sandbox of whoever asks. */
    SandboxScope scope() {
        return onThisThread.get().stream().findFirst().orElseGet(this::only);
    }

    /** On another thread than that of a test it is clear which sandbox is meant if there is one only. */
    private SandboxScope only() {
        Map<String, SandboxScope> owners = new HashMap<>();
        present.values().forEach(scope -> owners.put(scope.owner().getUniqueId(), scope));
        if (owners.size() == 1) {
            return owners.values().iterator().next();
        }
        throw new IllegalStateException(
                owners.isEmpty()
                        ? "no test runs that this extension is registered for"
                        : "several sandboxes run here, and this thread is that of no test: ask on the thread of the"
                                + " test, or take a parameter of type Sandbank");
    }
}
