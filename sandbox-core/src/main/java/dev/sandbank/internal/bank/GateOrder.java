package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.gate.ActFor;
import dev.sandbank.internal.gate.ActForToken;
import dev.sandbank.internal.gate.Authenticate;
import dev.sandbank.internal.gate.FindResources;
import dev.sandbank.internal.gate.FitSubject;
import dev.sandbank.internal.gate.FollowRoute;
import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.RefuseBlocked;
import dev.sandbank.internal.gate.RequireEntitlements;
import dev.sandbank.internal.gate.RequireScope;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.work.Tools;
import java.util.Set;
import java.util.regex.Pattern;

/** The order in which every guarded operation of every bank is asked. */
final class GateOrder {

    private GateOrder() {}

    static Gates<Call> of(Manners manners, Tools tools) {
        Dialect dialect = manners.dialect();
        Directory directory = new Directory(tools.store());
        return Gates.<Call>none()
                .then("token", new Authenticate(tools.store().tokens()::find, tools.now()))
                .then("route", new FollowRoute())
                .then("scope", new RequireScope())
                .then("for-whom", actFor(dialect, directory))
                .then("subject", new FitSubject())
                .then("blocked", new RefuseBlocked(request -> dialect.blocked().covers(request.reads())))
                .then("input", manners.readInput())
                .then(
                        "resource",
                        new FindResources(
                                (call, collection, id) -> tools.visible().find(call.subject(), collection, id)))
                .then(
                        "entitlement",
                        new RequireEntitlements((user, entry) ->
                                tools.store().links().permissions(user, entry.collection(), entry.id())));
    }

    private static Gate<Call> actFor(Dialect dialect, Directory directory) {
        Dialect.ActingFor rule = dialect.actingFor();
        return rule == null
                ? new ActForToken(directory::user)
                : new ActFor(
                        rule.header(),
                        Pattern.compile(rule.pattern()),
                        Scopes.of(Set.of(rule.scope())),
                        directory::user);
    }
}
