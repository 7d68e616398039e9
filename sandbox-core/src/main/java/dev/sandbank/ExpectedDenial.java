package dev.sandbank;

import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.model.Refusal.ActingSubjectUnknown;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.text.UrlEncoded;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A denial that a test expects of an action: any other outcome is an error that says what happened instead.
 *
 * @param reason one of {@link DenialReason}
 * @param operation the operation that is refused; empty for any
 * @param besides operations that write and may be allowed
 * @param journal knows which calls belong to this test
 * @param during runs something, and returns the calls that came meanwhile
 * @param names all known names, to find misspelt ones
 * @param guarded whether a name is that of an operation, and not of an endpoint of the token server
 */
record ExpectedDenial(
        String reason,
        String operation,
        Set<String> besides,
        SandbankJournal journal,
        Function<Runnable, List<Exchange>> during,
        SandbankNames names,
        Predicate<String> guarded)
        implements DenialExpectation {

    private static final int MOST_SHOWN = 5;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Exceptions that only a bug throws, never a client's reaction to a reply. */
    private static final Set<Class<? extends RuntimeException>> BUGS = Set.of(
            NullPointerException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            ArithmeticException.class,
            ArrayStoreException.class);

    @Override
    public DenialExpectation of(String other) {
        return new ExpectedDenial(reason, other, besides, journal, during, names, guarded);
    }

    @Override
    public DenialExpectation besides(String... operations) {
        return new ExpectedDenial(reason, operation, Set.of(operations), journal, during, names, guarded);
    }

    @Override
    public Exchange during(Sandbank.Action action) {
        Met met = met(action);
        if (met.thrown() instanceof RuntimeException bug && BUGS.stream().anyMatch(type -> type.isInstance(bug))) {
            throw bug;
        }
        return met.denied();
    }

    @Override
    public <T extends Throwable> T during(Class<T> thrown, Sandbank.Action action) {
        Met met = met(action);
        if (!thrown.isInstance(met.thrown())) {
            throw new AssertionError(
                    "Expected the denial for " + reason + " to be answered with " + thrown.getName()
                            + ", but the action "
                            + (met.thrown() == null
                                    ? "threw nothing"
                                    : "threw " + met.thrown().getClass().getName() + ", the cause of this error"),
                    met.thrown());
        }
        return thrown.cast(met.thrown());
    }

    /** The call that was denied, and the exception of the action, if any. */
    private record Met(Exchange denied, @Nullable Exception thrown) {}

    private Met met(Sandbank.Action action) {
        AtomicReference<@Nullable Exception> thrown = new AtomicReference<>();
        List<Exchange> calls = during.apply(() -> thrown.set(perform(action))).stream()
                .filter(journal::isOfThisTest)
                .toList();
        @Nullable Exception failure = thrown.get();
        List<Exchange> denied = calls.stream().filter(this::isDenied).toList();
        if (denied.isEmpty()) {
            throw new AssertionError(complaint(calls, failure), failure);
        }
        refuseWrites(calls);
        denied.forEach(journal::expect);
        return new Met(denied.get(0), failure);
    }

    private boolean isDenied(Exchange call) {
        return call.decision().refusedFor(reason)
                && (operation.isEmpty() || call.decision().operation().equals(operation));
    }

    private void refuseWrites(List<Exchange> calls) {
        List<Exchange> written = calls.stream()
                .filter(call -> call.decision().allowed() && !READING.contains(call.method()))
                .filter(call -> guarded.test(call.decision().operation())
                        && !besides.contains(call.decision().operation()))
                .toList();
        if (!written.isEmpty()) {
            throw new AssertionError(
                    "The sandbox denied a call for " + reason + ", but it also allowed a call that writes: if you"
                            + " expect that, write expectDenial(…).besides(\""
                            + written.get(0).decision().operation() + "\").during(…)\n"
                            + written.stream()
                                    .limit(MOST_SHOWN)
                                    .map(call -> "\n" + call.headline())
                                    .collect(Collectors.joining()));
        }
    }

    /** Code under test often answers a denial with an exception. */
    private static @Nullable Exception perform(Sandbank.Action action) {
        try {
            action.perform();
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        } catch (Exception e) {
            return e;
        }
    }

    private String complaint(List<Exchange> calls, @Nullable Exception failure) {
        List<String> lines = new ArrayList<>();
        lines.add("Expected a denial for " + reason + (operation.isEmpty() ? "" : " of " + operation) + ", but "
                + instead(calls));
        if (failure != null) {
            lines.add("The action itself threw " + failure.getClass().getName() + ", the cause of this error");
        }
        doubts(calls).forEach(doubt -> lines.add("By the way: " + doubt));
        shown(calls).stream().map(call -> "\n" + call.describe()).forEach(lines::add);
        return String.join("\n", lines);
    }

    private String instead(List<Exchange> calls) {
        if (calls.isEmpty()) {
            return "no call reached the sandbox";
        }
        Set<String> reasons = denied(calls)
                .map(call -> call.decision().refusal())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (reasons.isEmpty()) {
            return "nothing was denied: "
                    + (calls.size() == 1 ? "the only call was" : "all " + calls.size() + " calls were") + " allowed";
        }
        Set<String> operations = denied(calls)
                .map(call -> call.decision().operation())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return "it was for " + String.join(" and ", reasons)
                + (operation.isEmpty() ? "" : " of " + String.join(" and ", operations));
    }

    private static Stream<Exchange> denied(List<Exchange> calls) {
        return calls.stream().filter(call -> !call.decision().refusal().isEmpty());
    }

    /** The denied calls if there are any, else all; at most a few. */
    private static List<Exchange> shown(List<Exchange> calls) {
        List<Exchange> denied = denied(calls).toList();
        return (denied.isEmpty() ? calls : denied).stream().limit(MOST_SHOWN).toList();
    }

    private Set<String> doubts(List<Exchange> calls) {
        Set<String> doubts = new LinkedHashSet<>();
        names.doubt(Kind.DENIAL_REASON, reason).ifPresent(doubts::add);
        if (!operation.isEmpty()) {
            names.doubt(Kind.OPERATION, operation).ifPresent(doubts::add);
        }
        denied(calls).forEach(call -> doubts.addAll(doubts(call)));
        return doubts;
    }

    private List<String> doubts(Exchange call) {
        List<String> doubts = new ArrayList<>();
        String client = call.decision().client();
        if (!client.isEmpty()) {
            names.doubt(Kind.CLIENT, client).ifPresent(doubts::add);
        }
        user(call.decision()).flatMap(user -> names.doubt(Kind.USER, user)).ifPresent(doubts::add);
        if (call.decision().refusedFor(DenialReason.INVALID_SCOPE)) {
            scopes(call).forEach(scope -> names.doubt(Kind.SCOPE, scope).ifPresent(doubts::add));
        }
        return doubts;
    }

    private static Optional<String> user(Decision decision) {
        return decision.gates().stream()
                .filter(gate -> decision.refusal().equals(DenialReason.ACTING_SUBJECT_UNKNOWN))
                .filter(gate -> gate.verdict() == Decision.Verdict.REFUSED)
                .flatMap(gate -> ActingSubjectUnknown.userIn(gate.saw()).stream())
                .findFirst();
    }

    /** The requested scopes, in the form or the query. */
    private static Set<String> scopes(Exchange call) {
        int question = call.target().indexOf('?');
        String query = question < 0 ? "" : call.target().substring(question + 1);
        return Stream.of(call.requestBody(), query)
                .flatMap(text -> scopeOf(text).stream())
                .flatMap(scope -> Scopes.parse(scope).names().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<String> scopeOf(String form) {
        try {
            return UrlEncoded.parse(form).first("scope");
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
