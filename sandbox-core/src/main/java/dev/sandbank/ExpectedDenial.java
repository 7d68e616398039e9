package dev.sandbank;

import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.journal.Journal;
import dev.sandbank.internal.model.Refusal.ActingSubjectUnknown;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.text.UrlEncoded;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A denial that an action is to meet: any other outcome is an error that tells what happened instead.
 *
 * @param refusal the reason, see {@link Refusals}
 * @param journal where the calls that are made meanwhile are told
 * @param names what there is, to tell misspelt names
 */
record ExpectedDenial(String refusal, Journal journal, SandbankNames names) {

    private static final int MOST_SHOWN = 5;

    /** The first call with this outcome that is made while the action runs, whoever makes it. */
    Exchange during(Sandbank.Action action) {
        Queue<Exchange> calls = new ConcurrentLinkedQueue<>();
        Consumer<Exchange> listener = calls::add;
        journal.listen(listener);
        @Nullable Exception failure;
        try {
            failure = perform(action);
        } finally {
            journal.ignore(listener);
        }
        return calls.stream()
                .filter(call -> call.decision().refusedFor(refusal))
                .findFirst()
                .orElseThrow(() -> new AssertionError(complaint(List.copyOf(calls), failure), failure));
    }

    /** What the action throws is often what the code under test makes of the denial. */
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
        lines.add("Expected a denial for " + refusal + ", but " + instead(calls));
        if (failure != null) {
            lines.add("The action itself threw " + failure.getClass().getName() + ", the cause of this error");
        }
        doubts(calls).forEach(doubt -> lines.add("By the way: " + doubt));
        shown(calls).stream().map(call -> "\n" + call.describe()).forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String instead(List<Exchange> calls) {
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
        return "it was for " + String.join(" and ", reasons);
    }

    private static Stream<Exchange> denied(List<Exchange> calls) {
        return calls.stream().filter(call -> !call.decision().refusal().isEmpty());
    }

    /** The denied ones if there are any, and not too many. */
    private static List<Exchange> shown(List<Exchange> calls) {
        List<Exchange> denied = denied(calls).toList();
        return (denied.isEmpty() ? calls : denied).stream().limit(MOST_SHOWN).toList();
    }

    private Set<String> doubts(List<Exchange> calls) {
        Set<String> doubts = new LinkedHashSet<>();
        names.doubt(Kind.REFUSAL, refusal).ifPresent(doubts::add);
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
        if (call.decision().refusedFor(Refusals.INVALID_SCOPE)) {
            scopes(call).forEach(scope -> names.doubt(Kind.SCOPE, scope).ifPresent(doubts::add));
        }
        return doubts;
    }

    private static Optional<String> user(Decision decision) {
        return decision.gates().stream()
                .filter(gate -> decision.refusal().equals(Refusals.ACTING_SUBJECT_UNKNOWN))
                .filter(gate -> gate.verdict() == Decision.Verdict.REFUSED)
                .flatMap(gate -> ActingSubjectUnknown.userIn(gate.saw()).stream())
                .findFirst();
    }

    /** What was asked for, in the form or the query. */
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
