package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.work.Duties;
import dev.sandbank.internal.work.Duty;
import dev.sandbank.internal.work.Tools;
import dev.sandbank.internal.work.Vendor;
import dev.sandbank.internal.work.Work;
import dev.sandbank.internal.work.plain.PlainWorks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The Java of the banks that have some, found once. */
final class Vendors {

    private static final Map<String, Vendor> KNOWN =
            ServiceLoader.load(Vendor.class, Vendors.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .collect(Collectors.toUnmodifiableMap(Vendor::name, Function.identity()));

    private Vendors() {}

    /** What the bank does by itself as time passes. */
    static Duties duties(Dialect dialect, Tools tools) {
        Map<String, Duty> duties = Optional.ofNullable(dialect.vendor())
                .map(KNOWN::get)
                .map(vendor -> vendor.duties(tools))
                .orElse(Map.of());
        return new Duties(duties, tools.store());
    }

    /** The work of every operation of a dialect; one without any is a mistake in the dialect. */
    static Map<String, Work> works(Dialect dialect, Tools tools) {
        PlainWorks plain = new PlainWorks(dialect, tools);
        Map<String, Work> works = new HashMap<>(Optional.ofNullable(dialect.vendor())
                .map(KNOWN::get)
                .map(vendor -> vendor.works(tools, plain))
                .orElse(Map.of()));
        for (Operation operation : dialect.operations()) {
            plain.of(operation).ifPresent(work -> works.put(operation.id(), work));
            if (!works.containsKey(operation.id())) {
                throw new IllegalStateException("nothing does the work of operation " + operation.id());
            }
        }
        return works;
    }
}
