package dev.sandbank.internal.explain;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.model.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A bank without a port, in which calls are rehearsed. */
record Scene(Bank bank, DryRun rehearsal) implements AutoCloseable {

    static Scene of(String fixture) {
        Bank bank = new Bank(Library.ofProcess().named(fixture), () -> "http://127.0.0.1:8080");
        return new Scene(bank, DryRun.in(bank, ""));
    }

    /** Everybody that a matrix shows. */
    List<Caller> everybody() {
        Callers callers = rehearsal.callers();
        return Stream.concat(
                        callers.users().stream().map(id -> callers.user(id).orElseThrow()), callers.clients().stream())
                .toList();
    }

    /** Everything that a matrix asks. */
    List<CallTemplate> everything() {
        CallFactory asks = rehearsal.asks();
        return asks.operations().stream()
                .flatMap(operation -> asks.each(operation, 100).asks().stream())
                .toList();
    }

    Explanation explain(String client, String operation, String... resources) {
        Operation known = rehearsal.asks().operation(operation);
        return rehearsal.explain(
                rehearsal.callers().of(client, null), rehearsal.asks().one(known, List.of(resources), Map.of(), null));
    }

    @Override
    public void close() {
        bank.close();
    }
}
