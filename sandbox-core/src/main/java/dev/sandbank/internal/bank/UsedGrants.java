package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.gate.RequireScope;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.operation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many allowed calls needed the scopes of their clients, and the permissions of their users. It counts the first 100,000 of these.
 *
 * <p>Safe for use by many threads.
 */
public final class UsedGrants {

    private static final int MOST = 100_000;
    private static final String SCOPE = "scope";
    private static final String PERMISSION = "permission";

    private final Map<List<String>, LongAdder> used = new ConcurrentHashMap<>();
    private final Dialect dialect;
    private final RequireScope gate;
    private final UnaryOperator<Scopes> expandScopes;

    UsedGrants(Dialect dialect, RequireScope gate, UnaryOperator<Scopes> expandScopes) {
        this.dialect = dialect;
        this.gate = gate;
        this.expandScopes = expandScopes;
    }

    /** Notes what an allowed call needed. */
    void note(Call call) {
        String client = call.grant().client();
        gate.needed(call).names().forEach(scope -> note(List.of(SCOPE, client, scope)));
        Subject subject = call.subject();
        if (!subject.isUser()) {
            return;
        }
        if (call.grant().forUser().filter(subject.id()::equals).isEmpty()) {
            acting().forEach(scope -> note(List.of(SCOPE, client, scope)));
        }
        for (Resource resource : call.resources()) {
            String permission = resource.rule().permission();
            if (permission != null) {
                note(List.of(
                        PERMISSION,
                        subject.id(),
                        resource.entry().collection(),
                        resource.entry().id(),
                        permission));
            }
        }
    }

    private void note(List<String> grant) {
        LongAdder known = used.get(grant);
        if (known == null && used.size() < MOST) {
            known = used.computeIfAbsent(grant, added -> new LongAdder());
        }
        if (known != null) {
            known.increment();
        }
    }

    private long times(String... grant) {
        LongAdder known = used.get(List.of(grant));
        return known == null ? 0 : known.sum();
    }

    /** Returns the scope with which a client acts for users, if the bank has one. */
    private Stream<String> acting() {
        return Stream.ofNullable(dialect.impersonation()).flatMap(rule -> Stream.ofNullable(rule.scope()));
    }

    /** Returns how many allowed calls needed each scope of a client, of those that operations ask for. */
    public Map<String, Long> scopes(String client, Scopes held) {
        Set<String> wanted = Stream.concat(
                        acting(), dialect.operations().stream().flatMap(UsedGrants::scopes))
                .collect(Collectors.toSet());
        Map<String, Long> all = new LinkedHashMap<>();
        held.names().stream()
                .filter(scope -> implied(scope).anyMatch(wanted::contains))
                .forEach(scope -> all.put(
                        scope,
                        implied(scope)
                                .filter(name -> name.equals(scope) || !held.contains(name))
                                .mapToLong(name -> times(SCOPE, client, name))
                                .sum()));
        return all;
    }

    private Stream<String> implied(String scope) {
        return expandScopes.apply(Scopes.of(List.of(scope))).names().stream();
    }

    private static Stream<String> scopes(Operation operation) {
        return Stream.of(
                        operation.scopes(),
                        operation.anyScope(),
                        operation.requirements().stream()
                                .flatMap(way -> way.scopes().stream())
                                .toList())
                .flatMap(List::stream);
    }

    /** Returns how many allowed calls needed a permission at the gate {@code entitlement}. */
    public long permission(String user, String collection, String resource, String permission) {
        return times(PERMISSION, user, collection, resource, permission);
    }
}
