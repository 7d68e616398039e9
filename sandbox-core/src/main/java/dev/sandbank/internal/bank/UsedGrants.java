package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.gate.RequireScope;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.store.Links.Link;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What allowed calls needed: the scopes of their clients, and the permissions of their users. It notes the first 100,000 of these.
 *
 * <p>Safe for use by many threads.
 */
public final class UsedGrants {

    private static final int MOST = 100_000;
    private static final String SCOPE = "scope";
    private static final String PERMISSION = "permission";

    private final Set<List<String>> used = ConcurrentHashMap.newKeySet();
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
        if (!used.contains(grant) && used.size() < MOST) {
            used.add(grant);
        }
    }

    /** Returns the scope with which a client acts for users, if the bank has one. */
    private Stream<String> acting() {
        return Stream.ofNullable(dialect.impersonation()).flatMap(rule -> Stream.ofNullable(rule.scope()));
    }

    /** Returns the scopes of a client that no allowed call needed, of those that operations ask for. */
    public List<String> unusedScopes(Client client) {
        Set<String> wanted = Stream.concat(
                        acting(), dialect.operations().stream().flatMap(UsedGrants::scopes))
                .collect(Collectors.toSet());
        return client.scopes().names().stream()
                .filter(scope -> implied(scope).anyMatch(wanted::contains))
                .filter(scope -> implied(scope)
                        .filter(name -> name.equals(scope) || !client.scopes().contains(name))
                        .noneMatch(name -> used.contains(List.of(SCOPE, client.id(), name))))
                .toList();
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

    /** Returns the permissions of a link that no allowed call needed at the gate {@code entitlement}. */
    public List<String> unusedPermissions(Link link) {
        return link.allowed().stream()
                .filter(permission -> !used.contains(
                        List.of(PERMISSION, link.user(), link.collection(), link.resource(), permission)))
                .toList();
    }
}
