package dev.sandbank.internal.control;

import dev.sandbank.SandbankFault;
import dev.sandbank.SandbankFaults;
import dev.sandbank.internal.fault.Aim;
import java.util.Set;

/** How faults are aimed, wherever the sandbox is that they strike in. */
public interface AimedFaults extends SandbankFaults {

    /** Begins the description of a fault. */
    SandbankFault fault(Aim aim);

    @Override
    default SandbankFault anywhere() {
        return fault(Aim.EVERYTHING);
    }

    @Override
    default SandbankFault on(String... operationsOrEndpoints) {
        return fault(new Aim(Set.of(operationsOrEndpoints), Set.of()));
    }

    @Override
    default SandbankFault by(String... clientIds) {
        return fault(new Aim(Set.of(), Set.of(clientIds)));
    }
}
