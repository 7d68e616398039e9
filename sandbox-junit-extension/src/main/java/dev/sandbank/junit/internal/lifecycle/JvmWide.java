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
 * <p>This is the only thing here that JUnit's store does not keep, because not only JUnit asks for it: a framework that
 * prepares a test class may want the URL before the extension is called, and knows no store. It is let out to runs, and
 * closed when the last of them is over; what no run was ever told of ends with the JVM. Should there be another run, as
 * when failed tests are run again, whoever kept a URL finds the sandbox there again if the port is still free.
 */
public final class JvmWide {

    private static final Map<SandboxConfig, Resident> RESIDENTS = new ConcurrentHashMap<>();
    private static final Map<SandboxConfig, Integer> LAST_PORTS = new ConcurrentHashMap<>();

    private JvmWide() {}

    /**
     * One such sandbox.
     *
     * @param start how its start went
     * @param turns whom its tests ask before they use it
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

    /** The one that a run uses; it is started if nobody asked before, and stays until the run is over. */
    static Resident during(ExtensionContext context, SandboxConfig spec) {
        return context.getRoot()
                .getStore(SandboxLifecycle.NAMESPACE)
                .getOrComputeIfAbsent(spec, JvmWide::lease, Lease.class)
                .resident();
    }

    /** The one that somebody outside of any run uses. */
    public static Sandbank outsideOfRuns(SandboxConfig spec) {
        return RESIDENTS.computeIfAbsent(spec, Resident::starting).bank();
    }

    private static SandboxInstance startWhereItWas(SandboxConfig spec) {
        SandboxInstance start = start(spec.at(LAST_PORTS.getOrDefault(spec, spec.port())));
        return start instanceof SandboxInstance.Failed ? start(spec) : start;
    }

    private static SandboxInstance start(SandboxConfig spec) {
        return SandboxInstance.of(spec, "The sandbox of " + spec + " for the whole JVM", List.of());
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

    /** One run's use of it, in the store of that run. */
    private record Lease(SandboxConfig spec, Resident resident) implements CloseableResource, AutoCloseable {

        @Override
        public void close() {
            giveBack(spec);
        }
    }
}
