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

    /** The work of each of its operations, by operation id. */
    default Map<String, OperationHandler> works(OperationContext context) {
        return Map.of();
    }

    /** The same, for a bank whose operations answer as its dialect says. */
    default Map<String, OperationHandler> works(OperationContext context, ReplyRenderer answers) {
        return works(context);
    }

    /** What it does by itself with entries whose time has come, by collection. */
    default Map<String, ScheduledTask> duties(OperationContext context) {
        return Map.of();
    }
}
