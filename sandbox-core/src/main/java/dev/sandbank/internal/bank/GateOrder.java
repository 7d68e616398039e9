package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Api;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.ImpliedScopes;
import dev.sandbank.internal.dialect.StateRule;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.gate.ActAsTokenUser;
import dev.sandbank.internal.gate.ActOnBehalfOf;
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
import dev.sandbank.internal.model.Reading;
import dev.sandbank.internal.model.oauth.Audience;
import dev.sandbank.internal.model.oauth.Consents;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.model.operation.SecurityRequirement;
import dev.sandbank.internal.model.operation.SecurityScheme;
import dev.sandbank.internal.store.ApiCredentials;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.work.AccessFilter;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.plain.AnswerOnce;
import dev.sandbank.internal.work.plain.CheckRules;
import dev.sandbank.internal.work.plain.ResourceMatcher;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order in which every guarded operation of every bank is asked. */
final class GateOrder {

    private GateOrder() {}

    static Gates<Call> of(BankDefinition definition, OperationContext context, Consents consents) {
        Dialect dialect = definition.dialect();
        Directory directory = new Directory(context.store());
        UnaryOperator<Scopes> expandScopes = ImpliedScopes.all(dialect.scopeImplies(), context.settings());
        return known(dialect, context, consents)
                .then(GateName.ROUTE, new FollowRoute())
                .then(GateName.SCOPE, scope(expandScopes))
                .then(GateName.ON_BEHALF_OF, actFor(definition, directory, expandScopes))
                .then(
                        GateName.SUBJECT,
                        new FitSubject(call -> stateRefusal(dialect, call).isPresent()))
                .then(GateName.BLOCKED, new RefuseBlocked(call -> stateRefusal(dialect, call)))
                .then(GateName.INPUT, input(definition, context))
                .then(
                        GateName.RESOURCE,
                        new FindResources(new Shelves(dialect, context, new ResourceMatcher(dialect, context))))
                .then(
                        GateName.ENTITLEMENT,
                        new RequireEntitlements((user, entry) ->
                                context.store().links().permissions(user, entry.collection(), entry.id())))
                .then(GateName.RULES, CheckRules.of(dialect, context))
                .until(call -> call.answer().isPresent());
    }

    private static RequireScope scope(UnaryOperator<Scopes> expandScopes) {
        return new RequireScope(expandScopes, GateOrder::anyScope);
    }

    /** Makes what notes the grants that allowed calls needed, as the gates see them. */
    static UsedGrants used(Dialect dialect, OperationContext context) {
        UnaryOperator<Scopes> expandScopes = ImpliedScopes.all(dialect.scopeImplies(), context.settings());
        return new UsedGrants(dialect, scope(expandScopes), expandScopes);
    }

    /** Authenticates the caller and, if the bank has a limit, counts its calls. */
    private static Gates<Call> known(Dialect dialect, OperationContext context, Consents consents) {
        Gates<Call> token = Gates.<Call>none().then(GateName.TOKEN, token(dialect, context, consents));
        Api.Limit limit = dialect.api().limit();
        int most = limit == null ? 0 : context.settings().number(limit.requests());
        return limit == null || most <= 0
                ? token
                : token.then(
                        GateName.LIMIT,
                        new LimitRequests(client -> context.store()
                                .atomically(tables -> tables.usage()
                                        .count(client, most, context.settings().duration(limit.period())))));
    }

    /** Authenticates the caller; if no operation answers, by any credential that some operation asks for. */
    static Gate<Call> token(Dialect dialect, OperationContext context, Consents consents) {
        List<SecurityRequirement> elsewhere = Stream.concat(
                        SecurityRequirement.USUAL.stream(),
                        dialect.offer().security().values().stream()
                                .filter(SecurityScheme::countsElsewhere)
                                .map(scheme -> new SecurityRequirement(List.of(scheme.plain()), List.of())))
                .toList();
        return new Authenticate(new KnownCredentials(dialect, context, consents), context.now(), elsewhere);
    }

    private static Gate<Call> input(BankDefinition definition, OperationContext context) {
        Gate<Call> rules = CheckRules.ofContent(definition.dialect(), context);
        Gate<Call> early = CheckRules.beforeInput(definition.dialect(), context);
        Gate<Call> once = new AnswerOnce(context.store());
        return call -> {
            Verdict<Call> first = call.reading()
                    .parameters()
                    .map(parameters -> early.examine(call.with(parameters)))
                    .orElse(Verdict.pass(call, ""));
            Verdict<Call> read = first.then(passed -> told(call));
            Verdict<Call> asked = read.then(rules).then(once);
            return asked.fold(
                    checked -> Verdict.pass(checked, checked.answer().isPresent() ? asked.saw() : read.saw()),
                    Verdict::refuse);
        };
    }

    /** Returns the verdict on the input, which was read before anything else was asked. */
    private static Verdict<Call> told(Call call) {
        return call.reading() instanceof Reading.WellFormed read
                ? Verdict.pass(call.with(read.input()), read.saw())
                : Verdict.refuse(((Reading.Malformed) call.reading()).refusal());
    }

    /** Looks up the credentials that clients have at the time of the call. */
    private record KnownCredentials(Dialect dialect, OperationContext context, Consents consents)
            implements Authenticate.Holders {

        @Override
        public Optional<Grant> ofToken(String token) {
            return context.store().tokens().find(token);
        }

        @Override
        public Optional<Grant> ofKey(String key) {
            return of().ofKey(key);
        }

        @Override
        public Optional<Grant> ofPair(String id, String secret) {
            return of().ofPair(id, secret);
        }

        @Override
        public Optional<String> audience(Grant grant) {
            Audience said = grant.content().audience();
            if (said.isEmpty() || !dialect.checksAudience(context.settings())) {
                return Optional.empty();
            }
            String own =
                    dialect.audience(context.settings(), context.publicBase().get());
            return said.names().contains(own)
                    ? Optional.empty()
                    : Optional.of("The bearer token is for " + said + ", but this API is " + own);
        }

        @Override
        public Optional<String> ended(Grant grant) {
            return consents.ended(grant.consent());
        }

        private ApiCredentials of() {
            return new ApiCredentials(context.store().entries(), context.store()::now);
        }
    }

    /** Looks up the entries that calls name. */
    private record Shelves(Dialect dialect, OperationContext context, ResourceMatcher fitting)
            implements FindResources.Lookup {

        private AccessFilter visible() {
            return context.visible();
        }

        @Override
        public Optional<Entry> find(Call call, ResourceRule rule, String id) {
            return rule.by() == null && rule.vendor() == null
                    ? visible()
                            .find(call.subject(), rule.collection(), id)
                            .filter(entry -> fitting.fits(call, rule, entry))
                    : first(call, rule, entry -> entry.idFor(rule).equals(id));
        }

        @Override
        public Optional<Entry> single(Call call, ResourceRule rule) {
            return first(call, rule, entry -> true);
        }

        private Optional<Entry> first(Call call, ResourceRule rule, Predicate<Entry> named) {
            List<Entry> all = rule.vendor() == null
                    ? visible().list(call.subject(), rule.collection())
                    : context.parts().list(rule.vendor(), call);
            return all.stream()
                    .filter(named)
                    .filter(entry -> fitting.fits(call, rule, entry))
                    .findFirst();
        }

        @Override
        public boolean isOpen(String collection) {
            return dialect.fixture().optional().contains(collection)
                    && visible().isEmpty(collection);
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
        public boolean exists(ResourceRule rule, String id) {
            return visible().exists(rule, id);
        }
    }

    /** Returns alternative scopes, one of which a call needs; if its path determines one, only that. */
    private static List<String> anyScope(Call call) {
        List<String> any = call.operation().anyScope();
        String which = call.operation().access().whichScope();
        return Optional.ofNullable(which)
                .flatMap(template -> Templates.fill(template, name -> ofPath(call, name)))
                .filter(any::contains)
                .map(List::of)
                .orElse(any);
    }

    private static @Nullable String ofPath(Call call, String fact) {
        return call.pathParameters().get(fact.substring(fact.indexOf('.') + 1));
    }

    private static Optional<String> stateRefusal(Dialect dialect, Call call) {
        return dialect.state(call.subject().status())
                .filter(rule -> rule.covers(call.request().method()))
                .map(StateRule::refuse);
    }

    private static Gate<Call> actFor(
            BankDefinition definition, Directory directory, UnaryOperator<Scopes> expandScopes) {
        Dialect.Impersonation rule = definition.dialect().impersonation();
        return rule == null
                ? new ActAsTokenUser(directory::user)
                : new ActOnBehalfOf(naming(rule, definition), expandScopes, directory::user);
    }

    private static ActOnBehalfOf.Naming naming(Dialect.Impersonation rule, BankDefinition definition) {
        return new ActOnBehalfOf.Naming(
                rule.name(),
                request -> rule.header() == null
                        ? request.query().all(rule.name())
                        : request.headers().all(rule.name()),
                definition.acting().orElseThrow(),
                rule.form(),
                rule.scope() == null ? Scopes.NONE : Scopes.of(Set.of(rule.scope())));
    }
}
