package dev.sandbank.internal.denial;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.ImpliedScopes;
import dev.sandbank.internal.dialect.StateRule;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.ChoiceException;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.Subject;
import dev.sandbank.internal.model.UserStatus;
import dev.sandbank.internal.store.Directory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every way of a blocked user to every operation, and what the bank answers at its end, as its dialect says. */
public final class AuthPaths implements AutoCloseable {

    private static final String REASON = "invalid-grant";

    private final Bank scratch;
    private final DryRun rehearsal;
    private final HonestCalls honest;
    private final Dialect dialect;
    private final Settings settings;
    private final StateRule blocked;

    private AuthPaths(Bank scratch) {
        this.scratch = scratch;
        this.rehearsal = DryRun.in(scratch, "");
        this.honest = new HonestCalls(scratch);
        this.dialect = scratch.prepared().definition().dialect();
        this.settings = Optional.ofNullable(scratch.prepared().realms().get(""))
                .map(PreparedFixture.EnvironmentSeed::settings)
                .orElseThrow();
        this.blocked = dialect.state(UserStatus.BLOCKED).orElseThrow();
    }

    public static AuthPaths of(PreparedFixture prepared, Instant moment) {
        Bank scratch = new Bank(prepared, () -> "http://127.0.0.1");
        scratch.clock().freezeAt(moment);
        return new AuthPaths(scratch);
    }

    public static AuthPaths of(PreparedFixture prepared) {
        return new AuthPaths(new Bank(prepared, () -> "http://127.0.0.1"));
    }

    /**
     * The ways of one user.
     *
     * @throws ChoiceException if there is no such user
     */
    public List<AuthPath> of(String user) {
        List<String> users = rehearsal.callers().users();
        if (!users.contains(user)) {
            throw new ChoiceException(
                    "there is no user " + user + DidYouMean.instead(user, "an id of the fixture", users));
        }
        Changes.userBecomes(user, UserStatus.ACTIVE).make(scratch);
        List<Caller> callers = rehearsal.callers().all(user);
        return rehearsal.asks().operations().stream()
                .flatMap(operation -> ofEach(callers, operation).stream().flatMap(caller -> paths(caller, operation)))
                .toList();
    }

    /** For each way to call for the user, the first client that may call this. */
    private List<Caller> ofEach(List<Caller> callers, Operation operation) {
        Map<Caller.Way, Caller> first = new LinkedHashMap<>();
        callers.stream()
                .filter(caller -> holds(caller, operation) && serves(caller, operation))
                .forEach(caller -> first.putIfAbsent(caller.way(), caller));
        return List.copyOf(first.values());
    }

    private boolean holds(Caller caller, Operation operation) {
        Scopes held = ImpliedScopes.all(dialect.scopeImplies(), settings).apply(caller.scopes());
        return held.covers(operation.required())
                && (operation.alternatives().isEmpty()
                        || !held.and(operation.alternatives()).isEmpty());
    }

    private static boolean serves(Caller caller, Operation operation) {
        return operation.subjects().isEmpty()
                || (caller.user() != null && operation.subjects().stream().anyMatch(Subject.user(caller.user())::is));
    }

    private Stream<AuthPath> paths(Caller caller, Operation operation) {
        List<GrantFlow> ways = new ArrayList<>();
        switch (caller.way()) {
            case NAMED -> ways.add(GrantFlow.NAMED);
            case BOUND -> ways.add(GrantFlow.OWN);
            default -> ways.addAll(ofSignIn(caller));
        }
        ways.add(GrantFlow.BEFORE);
        Optional<Honest> call = honest.of(operation, caller);
        return call.stream().flatMap(found -> ways.stream().map(way -> path(way, caller, found)));
    }

    private List<GrantFlow> ofSignIn(Caller caller) {
        Client client = caller.client();
        boolean knowsPassword = caller.userId()
                .flatMap(id -> scratch.production().store().entries().find(Directory.USERS, id))
                .map(Entry::document)
                .filter(user -> user.hasNonNull("username") && user.hasNonNull("password"))
                .isPresent();
        boolean canAsk = client.registration().jwks() == null
                && !client.registration().redirectUris().isEmpty();
        if (!knowsPassword || !canAsk) {
            return List.of();
        }
        return client.grants().contains("refresh_token")
                ? List.of(GrantFlow.SIGN_IN, GrantFlow.REFRESH)
                : List.of(GrantFlow.SIGN_IN);
    }

    private AuthPath path(GrantFlow way, Caller caller, Honest call) {
        boolean stopped = blocked.coversTokens() && (way == GrantFlow.SIGN_IN || way == GrantFlow.REFRESH);
        String stop = stopped ? way == GrantFlow.SIGN_IN ? AuthFlow.AT_SIGN_IN : AuthFlow.AT_TOKEN : AuthFlow.AT_CALL;
        Operation operation = call.sketch().operation();
        Expected expected = stopped ? atTokenServer(way) : atCall(operation, call);
        AuthFlow walk = new AuthFlow(way, caller.id(), Basis.credential(caller), call.sketch(), stop);
        return new AuthPath(
                way,
                caller.client().id(),
                operation.id(),
                stop,
                expected.reason().isEmpty(),
                expected,
                walk);
    }

    /** The login page is shown again; a refresh token is refused in the words of RFC 6749 §5.2 or the bank's. */
    private Expected atTokenServer(GrantFlow way) {
        if (way == GrantFlow.SIGN_IN) {
            return new Expected("login-failed", "login-failed", 200, "");
        }
        String phrase = dialect.tokens().errors().get("invalid_grant");
        return phrase == null
                ? new Expected(REASON, REASON, 400, "invalid_grant")
                : wording().of(REASON, phrase);
    }

    /** A block that does not cover the method changes nothing: what came of the call before still does. */
    private Expected atCall(Operation operation, Honest call) {
        if (blocked.covers(operation.method())) {
            return wording().of("subject-blocked", blocked.refuse());
        }
        return call.outcome();
    }

    private Wording wording() {
        return new Wording(
                scratch.prepared().definition().phrasebook(),
                settings,
                dialect.envelope().code());
    }

    @Override
    public void close() {
        scratch.close();
    }
}
