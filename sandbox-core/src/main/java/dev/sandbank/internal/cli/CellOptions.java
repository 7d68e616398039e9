package dev.sandbank.internal.cli;

import dev.sandbank.internal.explain.AccessMatrix;
import dev.sandbank.internal.explain.CallFactory;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.Callers;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.model.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that choose a part of the matrix and limit its size. */
final class CellOptions {

    @Option(names = "--user", paramLabel = "ID", description = "Show only this user. May be repeated.")
    private List<String> users = List.of();

    @Option(
            names = "--client",
            paramLabel = "ID",
            description = "Show only this client: by itself, or for each --user. May be repeated.")
    private List<String> clients = List.of();

    @Option(names = "--operation", paramLabel = "ID", description = "Show only this operation. May be repeated.")
    private List<String> operations = List.of();

    @Option(
            names = "--max-resources",
            paramLabel = "N",
            defaultValue = "20",
            description = "Show at most this many resources of a collection. Default: ${DEFAULT-VALUE}.")
    private int mostResources = 20;

    @Option(
            names = "--max-users",
            paramLabel = "N",
            defaultValue = "100",
            description = "Show at most this many users. Default: ${DEFAULT-VALUE}.")
    private int mostUsers = 100;

    AccessMatrix of(DryRun rehearsal, String name) {
        return of(rehearsal, rehearsal::explain, name);
    }

    AccessMatrix of(DryRun rehearsal, AccessMatrix.Teller teller, String name) {
        if (mostResources < 1 || mostUsers < 1) {
            throw new UsageException("--max-resources and --max-users must be at least 1");
        }
        List<String> notes = new ArrayList<>();
        List<Caller> callers = callers(rehearsal.callers(), notes);
        List<CallFactory.Some> asks = operations(rehearsal.asks())
                .map(operation -> rehearsal.asks().each(operation, mostResources))
                .toList();
        return AccessMatrix.of(rehearsal, teller, name, callers, asks, notes);
    }

    private List<Caller> callers(Callers callers, List<String> notes) {
        if (!clients.isEmpty()) {
            return clients.stream()
                    .flatMap(client -> users.isEmpty()
                            ? Stream.of(callers.of(client, null))
                            : users.stream().map(user -> callers.of(client, user)))
                    .toList();
        }
        return users.isEmpty()
                ? everybody(callers, notes)
                : users.stream().map(user -> callers.of(null, user)).toList();
    }

    private List<Caller> everybody(Callers callers, List<String> notes) {
        List<String> known = callers.users();
        List<Caller> all = new ArrayList<>();
        for (String user : known.subList(0, Math.min(known.size(), mostUsers))) {
            Optional<Caller> caller = callers.user(user);
            caller.ifPresentOrElse(
                    all::add, () -> notes.add("user " + user + " is not shown: no client can call for that user"));
        }
        if (known.size() > mostUsers) {
            int left = known.size() - mostUsers;
            notes.add(left + (left == 1 ? " more user is not shown" : " more users are not shown"));
        }
        all.addAll(callers.clients());
        return all;
    }

    private Stream<Operation> operations(CallFactory asks) {
        return operations.isEmpty()
                ? asks.operations().stream()
                : operations.stream().map(asks::operation);
    }
}
