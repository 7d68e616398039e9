package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Sandbank;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The sandboxes that live as long as a run of tests, one for each {@link SandboxConfig}.
 *
 * <p>Only these are not in JUnit's store, because JUnit is not their only user: a framework that prepares a test class may need the URL
 * before JUnit calls the extension, and has no store. Runs lease a sandbox, and the last of them closes it; if no run ever leases it, it
 * ends with the JVM. If there is another run, such as a rerun of failed tests, it starts the sandbox at the same port if that is still
 * free, so that a URL from before works again.
 */
public final class JvmWide {

    private static final Map<SandboxConfig, Resident> RESIDENTS = new ConcurrentHashMap<>();
    private static final Map<SandboxConfig, Integer> LAST_PORTS = new ConcurrentHashMap<>();

    private JvmWide() {}

    /**
     * A sandbox for the whole JVM.
     *
     * @param start the sandbox, or why it could not start
     * @param turns the lock that its tests take before they use it
     * @param leases how many runs use it
     */
    record Resident(SandboxInstance start, Semaphore turns, int leases) {

        static Resident starting(SandboxConfig spec) {
            return new Resident(startWhereItWas(spec), new Semaphore(1, true), 0);
        }

        Resident leased(int more) {
            return new Resident(start, turns, leases + more);
        }

        Sandbank bank() {
            return start.bank();
        }
    }

    /** Returns the sandbox for a run; starts it if necessary, and keeps it until the run is over. */
    static Resident during(ExtensionContext context, SandboxConfig spec) {
        return context.getRoot()
                .getStore(SandboxLifecycle.NAMESPACE)
                .getOrComputeIfAbsent(spec, JvmWide::lease, Lease.class)
                .resident();
    }

    /** Returns the sandbox for a caller outside of any run. */
    public static Sandbank outsideOfRuns(SandboxConfig spec) {
        return RESIDENTS.computeIfAbsent(spec, Resident::starting).bank();
    }

    private static SandboxInstance startWhereItWas(SandboxConfig spec) {
        SandboxInstance start = start(spec.at(LAST_PORTS.getOrDefault(spec, spec.port())));
        return start instanceof SandboxInstance.Failed ? start(spec) : start;
    }

    private static SandboxInstance start(SandboxConfig spec) {
        return SandboxInstance.of(spec, "The sandbox of " + spec + " for the whole JVM", List.of(), bank -> {});
    }

    private static Lease lease(SandboxConfig spec) {
        return new Lease(
                spec,
                RESIDENTS.compute(spec, (key, known) -> (known == null ? Resident.starting(spec) : known).leased(1)));
    }

    private static void giveBack(SandboxConfig spec) {
        RESIDENTS.computeIfPresent(spec, (key, known) -> {
            if (known.leases() > 1) {
                return known.leased(-1);
            }
            if (known.start() instanceof SandboxInstance.Running running
                    && running.bank().baseUrl().getPath().isEmpty()) {
                LAST_PORTS.put(spec, running.bank().baseUrl().getPort());
            }
            known.start().close();
            return null;
        });
    }

    /** A lease of one run, in the store of that run. */
    private record Lease(SandboxConfig spec, Resident resident) implements CloseableResource, AutoCloseable {

        @Override
        public void close() {
            giveBack(spec);
        }
    }
}
