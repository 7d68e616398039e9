package dev.sandbank.internal.denial;

import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.denial.Scenario.Credential;
import dev.sandbank.internal.dialect.StateRule;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.ChoiceException;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.store.Directory;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Finds every path of a blocked user to every operation, and the bank's answer at its end, by a dry run of each. */
public final class AuthPaths implements AutoCloseable {

    private final RehearsalBank scratch;
    private final DryRun dryRun;
    private final Baseline.Finder baselines;
    private final StateRule blocked;
    private final Map<List<Object>, Answer> atTokenServer = new HashMap<>();

    private AuthPaths(RehearsalBank scratch) {
        this.scratch = scratch;
        this.dryRun = scratch.dryRun();
        this.baselines = new Baseline.Finder(scratch);
        this.blocked = scratch.dialect().state(UserStatus.BLOCKED).orElseThrow();
    }

    /** Finds those of a fixture, at its time. */
    public static AuthPaths of(PreparedFixture prepared) {
        return new AuthPaths(RehearsalBank.of(prepared, UnaryOperator.identity()));
    }

    /** Finds those of a fixture, at another time. */
    public static AuthPaths of(PreparedFixture prepared, Instant moment) {
        return new AuthPaths(RehearsalBank.of(prepared, own -> moment));
    }

    /**
     * Returns the paths of one user.
     *
     * @throws ChoiceException if there is no such user
     */
    public List<AuthPath> of(String user) {
        List<String> users = dryRun.callers().users();
        if (!users.contains(user)) {
            throw new ChoiceException(
                    "there is no user " + user + DidYouMean.instead(user, "an id of the fixture", users));
        }
        SandboxChanges.userBecomes(user, UserStatus.ACTIVE).make(scratch);
        List<Caller> callers = dryRun.callers().all(user);
        return dryRun.asks().operations().stream()
                .flatMap(operation -> paths(callers, operation))
                .toList();
    }

    /**
     * Returns the same under a sandbox's fixture, at its time; other changes in the sandbox since the start do not
     * count.
     */
    public static List<AuthPath> of(BankControl bank, String user) {
        try (AuthPaths paths = of(bank.bank().prepared(), bank.clock().now())) {
            return paths.of(user);
        }
    }

    /** Runs one of these paths, up to its last request. */
    public static ArrangedCall arrange(AuthPath path, BankControl bank) {
        return ((RehearsedAuthPath) path).arrange(bank);
    }

    /** Formats a path and its end in one line. */
    static String told(AuthPath path) {
        String end = path.allowed() ? "allowed" : path.reason();
        String where = path.stop().equals(AuthFlow.AT_CALL) ? "" : " at " + path.stop();
        return path.operation() + " by " + path.grant() + " through " + path.client() + " -> " + path.status() + " "
                + end + where;
    }

    /** Returns one path for each way to call for the user, through the first client that may make the call. */
    private Stream<AuthPath> paths(List<Caller> callers, Operation operation) {
        Set<Caller.Way> done = new HashSet<>();
        return callers.stream()
                .filter(caller -> !done.contains(caller.way()))
                .flatMap(caller -> baselines.of(operation, caller).stream())
                .filter(call ->
                        call.passes(GateName.SUBJECT) && done.add(call.caller().way()))
                .flatMap(this::paths);
    }

    private Stream<AuthPath> paths(Baseline call) {
        List<GrantFlow> ways = switch (call.caller().way()) {
            case NAMED -> List.of(GrantFlow.NAMED);
            case BOUND -> List.of(GrantFlow.OWN);
            default -> ofSignIn(call.caller());
        };
        return Stream.concat(ways.stream(), Stream.of(GrantFlow.BEFORE)).map(way -> path(way, call));
    }

    private List<GrantFlow> ofSignIn(Caller caller) {
        Client client = caller.client();
        boolean knowsPassword = caller.userId()
                .flatMap(id -> scratch.environment().store().entries().find(Directory.USERS, id))
                .map(Entry::document)
                .filter(user -> user.hasNonNull("username") && user.hasNonNull("password"))
                .isPresent();
        boolean canAsk = client.registration().jwks() == null
                && !client.registration().redirectUris().isEmpty();
        if (!knowsPassword || !canAsk) {
            return List.of();
        }
        return client.grants().contains(GrantTypes.REFRESH_TOKEN)
                ? List.of(GrantFlow.SIGN_IN, GrantFlow.REFRESH)
                : List.of(GrantFlow.SIGN_IN);
    }

    private RehearsedAuthPath path(GrantFlow way, Baseline call) {
        String endsAt = blocked.coversTokens() ? way.endsAt() : AuthFlow.AT_CALL;
        AuthFlow flow = new AuthFlow(way, call.caller().id(), Credential.of(call.caller()), call.call(), endsAt);
        return new RehearsedAuthPath(
                flow,
                endsAt.equals(AuthFlow.AT_CALL)
                        ? rehearse(flow)
                        : atTokenServer.computeIfAbsent(
                                List.of(way, flow.client(), flow.user()), same -> rehearse(flow)));
    }

    private Answer rehearse(AuthFlow flow) {
        return scratch.answer(flow::arrange);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
