package dev.sandbank.junit;

import dev.sandbank.Sandbank;
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
    private record Stay(ActiveTests where, SandboxScope tenancy) implements CloseableResource, AutoCloseable {

        @Override
        public void close() {
            where.left(tenancy);
        }
    }

    /** Notes that a test or class begins; JUnit's store notes that it is over. */
    void joins(SandboxScope tenancy) {
        ExtensionContext context = tenancy.asking();
        context.getStore(SandbankExtension.NAMESPACE)
                .getOrComputeIfAbsent(new Key(this, context.getUniqueId()), key -> joined(tenancy), Stay.class);
    }

    private Stay joined(SandboxScope tenancy) {
        present.put(tenancy.asking().getUniqueId(), tenancy);
        onThisThread.get().push(tenancy);
        return new Stay(this, tenancy);
    }

    private void left(SandboxScope tenancy) {
        present.remove(tenancy.asking().getUniqueId());
        onThisThread.get().remove(tenancy);
        if (onThisThread.get().isEmpty()) {
            onThisThread.remove();
        }
    }

    /** The sandbox of whoever asks. */
    Sandbank bank() {
        return onThisThread.get().stream().findFirst().orElseGet(this::only).bank();
    }

    /** On another thread than that of a test it is clear which sandbox is meant if there is one only. */
    private SandboxScope only() {
        Map<String, SandboxScope> owners = new HashMap<>();
        present.values().forEach(tenancy -> owners.put(tenancy.owner().getUniqueId(), tenancy));
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
