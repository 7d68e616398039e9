package dev.sandbank.internal.work;

import java.util.Map;

/**
 * The Java code of one bank, for what its data cannot express.
 *
 * <p>Found by {@link java.util.ServiceLoader}; a dialect names it. A bank of plain lists and entries has none.
 */
public interface Vendor {

    /** Returns the name that dialects use. */
    String name();

    /** Returns the parts that it offers to the dialect. */
    default VendorParts parts(OperationContext context) {
        return VendorParts.NONE;
    }

    /** Returns handlers for operations that parts cannot express, by operation id. */
    default Map<String, OperationHandler> works(OperationContext context, ReplyRenderer answers) {
        return Map.of();
    }

    /** Returns the timed tasks for entries, by collection. */
    default Map<String, ScheduledTask> duties(OperationContext context) {
        return Map.of();
    }
}
