package dev.sandbank.internal.denial;

import dev.sandbank.internal.denial.CatalogueContext.Candidate;
import dev.sandbank.internal.denial.Scenario.Credential;
import dev.sandbank.internal.denial.Scenario.StateChange;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.StateRule;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.ImpersonationHeader;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.oauth.User;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.text.TextPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes denials about the subject of a call: how the call names it, its kind, and its state. */
final class CallerMutations {

    private static final List<String> UNREADABLE = List.of("?", "nobody at all", "-", "user  of none");

    private final CatalogueContext context;
    private final Dialect.Impersonation rule;
    private final TextPattern grammar;

    private CallerMutations(CatalogueContext context, Dialect.Impersonation rule) {
        this.context = context;
        this.rule = rule;
        this.grammar = context.definition().acting().orElseThrow();
    }

    /** Makes those of a bank where calls name their user. */
    static Stream<Stream<Candidate>> onBehalfOf(CatalogueContext context) {
        Dialect.Impersonation rule = context.dialect().impersonation();
        return rule == null ? Stream.empty() : new CallerMutations(context, rule).all();
    }

    private Stream<Stream<Candidate>> all() {
        Stream<Stream<Candidate>> unreadable = Stream.of(UNREADABLE.stream()
                .filter(value -> !grammar.matches(value))
                .map(value -> candidate(rule.name() + " unreadable", "acting-malformed", false, naming(value))));
        return Stream.concat(
                unreadable,
                whom().stream()
                        .flatMap(user -> Stream.of(
                                unscoped(user), unknown(user), disabled(user), bound(user), otherClient(user))));
    }

    /** Returns the user that the baseline names or, if it names none, one that it could name. */
    private Optional<String> whom() {
        Optional<String> own = context.caller().userId();
        Optional<String> user =
                isNamed() ? own : anotherUser(context, own.orElse("")).map(Entry::id);
        return user.filter(
                id -> ImpersonationHeader.value(context.definition(), id).contains(id));
    }

    private boolean isNamed() {
        return context.caller().way() == Caller.Way.NAMED;
    }

    private Stream<Candidate> unscoped(String user) {
        String scope = rule.scope();
        if (scope == null) {
            return Stream.empty();
        }
        Credential less = context.credential().holding(TokenMutations.without(context, Set.of(scope)));
        return Stream.of(candidate(
                "without " + scope,
                "scope-missing",
                isNamed(),
                naming(user(user)).by(less)));
    }

    private Stream<Candidate> unknown(String user) {
        return UnusedId.like(user)
                .filter(id -> context.user(id).isEmpty())
                .map(id -> candidate("user unknown", "acting-subject-unknown", isNamed(), naming(user(id))));
    }

    private Stream<Candidate> disabled(String user) {
        Scenario disabled = naming(user(user)).after(SandboxChanges.userBecomes(user, UserStatus.DISABLED));
        return Stream.of(candidate("user disabled", "acting-not-allowed", isNamed(), disabled));
    }

    /** Makes a call of a client that is bound to one user and names another. */
    private Stream<Candidate> bound(String user) {
        return anotherUser(context, user).stream().map(other -> {
            Credential own = context.credential();
            Credential ofOther = new Credential(own.fault(), own.client(), other.id(), own.scopes());
            Scenario bound = naming(user(user))
                    .after(SandboxChanges.clientBound(own.client(), other.id()))
                    .by(ofOther);
            return candidate("client bound to another user", "acting-not-allowed", isNamed(), bound);
        });
    }

    /** Makes a call of a client that names another client. */
    private Stream<Candidate> otherClient(String user) {
        return Stream.of("client " + user, "client:" + user)
                .filter(value -> grammar.groups(value)
                        .filter(named -> "client".equals(named.get("kind")))
                        .isPresent())
                .map(value -> candidate("another client", "acting-not-allowed", false, naming(value)));
    }

    private String user(String id) {
        return ImpersonationHeader.value(context.definition(), id);
    }

    private Scenario naming(String whom) {
        return context.scenario().asking(context.call().onBehalfOf(whom));
    }

    private static Candidate candidate(String name, String reason, boolean byState, Scenario scenario) {
        return new Candidate(GateName.ON_BEHALF_OF, name, reason, byState, scenario);
    }

    /** Makes calls for subjects that this operation does not serve, one of each kind. */
    static Stream<Stream<Candidate>> unfit(CatalogueContext context) {
        if (context.operation().subjects().isEmpty()) {
            return Stream.empty();
        }
        Map<String, List<Caller>> byKind = context.callers().stream()
                .filter(caller -> context.operation().subjects().stream().noneMatch(subject(caller)::is))
                .collect(Collectors.groupingBy(
                        caller -> subject(caller).kindAndType(), LinkedHashMap::new, Collectors.toList()));
        return byKind.entrySet().stream().map(kind -> {
            String name = "a " + kind.getKey().replace(":", " of type ");
            return kind.getValue().stream().map(caller -> unfit(context, name, caller));
        });
    }

    private static Candidate unfit(CatalogueContext context, String name, Caller caller) {
        String whom = ImpersonationHeader.of(caller, context.definition());
        boolean same = whom.equals(context.call().onBehalfOf());
        Scenario scenario = context.scenario()
                .by(Credential.of(caller))
                .asking(context.call().onBehalfOf(whom));
        return new Candidate(GateName.SUBJECT, name, "subject-not-allowed", same, scenario);
    }

    private static Subject subject(Caller caller) {
        User user = caller.user();
        return user == null ? Subject.client(caller.client().id()) : Subject.user(user);
    }

    /** Makes calls for the user in each state that the bank might refuse. */
    static Stream<Candidate> states(CatalogueContext context) {
        Entry user = context.user();
        if (user == null) {
            return Stream.empty();
        }
        Map<String, StateRule> rules = new LinkedHashMap<>();
        rules.put(UserStatus.BLOCKED.word(), context.dialect().blocked());
        rules.putAll(context.dialect().states());
        return rules.keySet().stream().map(state -> {
            StateChange become = SandboxChanges.userBecomes(user.id(), new UserStatus(state));
            Scenario scenario = context.scenario().after(become);
            return new Candidate(GateName.BLOCKED, "user " + state, "subject-blocked", true, scenario);
        });
    }

    /** Finds another user for whom a call could be made. */
    static Optional<Entry> anotherUser(CatalogueContext context, String id) {
        String active = UserStatus.ACTIVE.word();
        return context.all(Directory.USERS).stream()
                .filter(user -> !user.id().equals(id))
                .filter(user -> user.document().path("status").asText(active).equals(active))
                .findFirst();
    }
}
