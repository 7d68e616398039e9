package dev.sandbank.internal.work;

import java.util.Map;

/**
 * The Java of one bank: what its data cannot say.
 *
 * <p>Found by {@link java.util.ServiceLoader}; a dialect asks for it by name. A bank of plain lists and entries has none.
 */
public interface Vendor {

    /** The name by which dialects ask for it. */
    String name();

    /** What it offers to the dialect. */
    default VendorParts parts(OperationContext context) {
        return VendorParts.NONE;
    }

    /** The work of operations for which that does not suffice, by operation id. */
    default Map<String, OperationHandler> works(OperationContext context, ReplyRenderer answers) {
        return Map.of();
    }

    /** What it does by itself with entries whose time has come, by collection. */
    default Map<String, ScheduledTask> duties(OperationContext context) {
        return Map.of();
    }
}
