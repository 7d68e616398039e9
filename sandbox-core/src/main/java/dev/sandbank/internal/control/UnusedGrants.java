package dev.sandbank.internal.control;

import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.store.Directory;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What clients and users hold, and no allowed call needed.
 *
 * @param at the environment
 */
record UnusedGrants(EnvironmentControl at) {

    /**
     * Returns the scopes of the client with this id, and the permissions of the user.
     *
     * @throws UnknownNameException if there is neither
     */
    List<String> of(String id) {
        Names names = at.namesHere();
        TreeSet<String> known = new TreeSet<>(names.all(Kind.CLIENT));
        known.addAll(names.all(Kind.USER));
        if (!known.contains(id)) {
            throw new UnknownNameException("there is no client or user " + id + DidYouMean.hint(id, known));
        }
        return at.environment()
                .upToDate(tables -> Stream.concat(scopes(id), permissions(id)).toList());
    }

    private Stream<String> scopes(String client) {
        Environment environment = at.environment();
        return new Directory(environment.store())
                .client(client).stream()
                        .flatMap(known -> environment.used().scopes(known.id(), known.scopes()).entrySet().stream())
                        .filter(scope -> scope.getValue() == 0)
                        .map(Map.Entry::getKey);
    }

    private Stream<String> permissions(String user) {
        Environment environment = at.environment();
        return environment.store().links().all().stream()
                .filter(link -> link.user().equals(user))
                .flatMap(link -> link.allowed().stream()
                        .filter(permission ->
                                environment.used().permission(user, link.collection(), link.resource(), permission)
                                        == 0)
                        .map(permission -> permission + " on " + link.resource()));
    }
}
