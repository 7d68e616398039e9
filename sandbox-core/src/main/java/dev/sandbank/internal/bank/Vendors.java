package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.work.AccessFilter;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.ScheduledTask;
import dev.sandbank.internal.work.Scheduler;
import dev.sandbank.internal.work.Vendor;
import dev.sandbank.internal.work.plain.PlainWorks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The Java code of banks that have some, found once. */
final class Vendors {

    private static final Map<String, Vendor> KNOWN =
            ServiceLoader.load(Vendor.class, Vendors.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .collect(Collectors.toUnmodifiableMap(Vendor::name, Function.identity()));

    private Vendors() {}

    private static Optional<Vendor> of(Dialect dialect) {
        return Optional.ofNullable(dialect.about().vendor()).map(KNOWN::get);
    }

    /** Makes the services for an operation's work: the state of an environment, and the parts of the bank's Java. */
    static OperationContext context(Dialect dialect, Store store, Ids ids, Settings settings, MountPoint mount) {
        AccessFilter visible = new AccessFilter(dialect, store);
        OperationContext context = new OperationContext(store, visible, store::now, ids, settings, mount.publicBase());
        return of(dialect)
                .map(vendor -> context.with(() -> vendor.parts(context)))
                .orElse(context);
    }

    /** Makes the scheduler of the bank's timed tasks. */
    static Scheduler duties(Dialect dialect, OperationContext context) {
        Map<String, ScheduledTask> duties =
                of(dialect).map(vendor -> vendor.duties(context)).orElse(Map.of());
        return new Scheduler(duties, context.store());
    }

    /** Returns the work of every operation of a dialect; an operation without work is an error in the dialect. */
    static Map<String, OperationHandler> works(Dialect dialect, OperationContext context) {
        PlainWorks plain = new PlainWorks(dialect, context);
        Map<String, OperationHandler> works = new HashMap<>(
                of(dialect).map(vendor -> vendor.works(context, plain)).orElse(Map.of()));
        for (Operation operation : dialect.operations()) {
            plain.of(operation).ifPresent(work -> works.put(operation.id(), work));
            if (!works.containsKey(operation.id())) {
                throw new IllegalStateException("no Java code does the work of operation " + operation.id());
            }
        }
        return works;
    }
}
