package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Api;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.ScopeImplication;
import dev.sandbank.internal.dialect.StateRule;
import dev.sandbank.internal.gate.ActFor;
import dev.sandbank.internal.gate.ActForToken;
import dev.sandbank.internal.gate.Authenticate;
import dev.sandbank.internal.gate.FindResources;
import dev.sandbank.internal.gate.FitSubject;
import dev.sandbank.internal.gate.FollowRoute;
import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.LimitRequests;
import dev.sandbank.internal.gate.RefuseBlocked;
import dev.sandbank.internal.gate.RequireEntitlements;
import dev.sandbank.internal.gate.RequireScope;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.GateName;
import dev.sandbank.internal.model.Reading;
import dev.sandbank.internal.model.ResourceRule;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.work.Tools;
import dev.sandbank.internal.work.Visible;
import dev.sandbank.internal.work.plain.Fitting;
import dev.sandbank.internal.work.plain.KeepRules;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The order in which every guarded operation of every bank is asked. */
final class GateOrder {

    private GateOrder() {}

    static Gates<Call> of(Manners manners, Tools tools) {
        Dialect dialect = manners.dialect();
        Directory directory = new Directory(tools.store());
        UnaryOperator<Scopes> standFor = ScopeImplication.all(dialect.scopeImplies(), tools.settings());
        return known(dialect, tools)
                .then(GateName.ROUTE, new FollowRoute())
                .then(GateName.SCOPE, new RequireScope(standFor))
                .then(GateName.ON_BEHALF_OF, actFor(manners, directory, standFor))
                .then(GateName.SUBJECT, new FitSubject())
                .then(GateName.BLOCKED, new RefuseBlocked(call -> stateRefusal(dialect, call)))
                .then(GateName.INPUT, input(manners, tools))
                .then(
                        GateName.RESOURCE,
                        new FindResources(new Shelves(dialect, tools.visible(), new Fitting(dialect, tools))))
                .then(
                        GateName.ENTITLEMENT,
                        new RequireEntitlements((user, entry) ->
                                tools.store().links().permissions(user, entry.collection(), entry.id())))
                .then(GateName.RULES, KeepRules.of(dialect, tools));
    }

    /** Who calls, and, where that is limited, not too often. */
    private static Gates<Call> known(Dialect dialect, Tools tools) {
        Gates<Call> token = Gates.<Call>none()
                .then(GateName.TOKEN, new Authenticate(tools.store().tokens()::find, tools.now()));
        Api.Limit limit = dialect.api().limit();
        int most = limit == null ? 0 : tools.settings().number(limit.requests());
        return limit == null || most <= 0
                ? token
                : token.then(
                        GateName.LIMIT,
                        new LimitRequests(client -> tools.store()
                                .atomically(tables -> tables.usage()
                                        .count(client, most, tools.settings().duration(limit.period())))));
    }

    private static Gate<Call> input(Manners manners, Tools tools) {
        Gate<Call> rules = KeepRules.ofContent(manners.dialect(), tools);
        return call -> {
            Verdict<Call> read = told(call);
            return read.then(rules).fold(checked -> Verdict.pass(checked, read.saw()), Verdict::refuse);
        };
    }

    /** What was found when the call was read, before anything else was asked. */
    private static Verdict<Call> told(Call call) {
        return call.reading() instanceof Reading.WellFormed read
                ? Verdict.pass(call.with(read.input()), read.saw())
                : Verdict.refuse(((Reading.Malformed) call.reading()).refusal());
    }

    /** What there is for a call to name. */
    private record Shelves(Dialect dialect, Visible visible, Fitting fitting) implements FindResources.Lookup {

        @Override
        public Optional<Entry> find(Call call, String collection, String id) {
            return visible.find(call.subject(), collection, id);
        }

        @Override
        public boolean isOpen(String collection) {
            return dialect.fixture().optional().contains(collection) && visible.isEmpty(collection);
        }

        @Override
        public boolean fits(Call call, ResourceRule rule, Entry entry) {
            return fitting.fits(call, rule, entry);
        }

        @Override
        public boolean concerns(Call call, ResourceRule rule) {
            return fitting.concerns(call, rule);
        }

        @Override
        public Optional<String> otherwise(Call call, ResourceRule rule) {
            return fitting.otherwise(call, rule);
        }

        @Override
        public boolean exists(String collection, String id) {
            return visible.exists(collection, id);
        }
    }

    private static Optional<String> stateRefusal(Dialect dialect, Call call) {
        return dialect.state(call.subject().status())
                .filter(rule -> rule.covers(call.request().method()))
                .map(StateRule::refuse);
    }

    private static Gate<Call> actFor(Manners manners, Directory directory, UnaryOperator<Scopes> standFor) {
        Dialect.ActingFor rule = manners.dialect().actingFor();
        return rule == null
                ? new ActForToken(directory::user)
                : new ActFor(
                        rule.name(),
                        request -> rule.header() == null
                                ? request.query().all(rule.name())
                                : request.headers().all(rule.name()),
                        manners.acting().orElseThrow(),
                        rule.form(),
                        rule.scope() == null ? Scopes.NONE : Scopes.of(Set.of(rule.scope())),
                        standFor,
                        directory::user);
    }
}
