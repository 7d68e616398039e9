package dev.sandbank.internal.control.api;

import dev.sandbank.internal.bank.Bank;
import java.util.List;
import java.util.stream.Stream;

/** The one table of all that can be called. */
final class ControlOperations {

    private ControlOperations() {}

    static List<ControlOperation> of(Bank bank) {
        return Stream.of(
                        SandboxOperations.all(),
                        UserOperations.all(),
                        ClientOperations.all(),
                        TokenOperations.all(),
                        KeyOperations.all(),
                        ClockOperations.all(),
                        FaultOperations.all(),
                        new CallOperations(bank.journal(), bank::closed).all())
                .flatMap(List::stream)
                .toList();
    }
}
