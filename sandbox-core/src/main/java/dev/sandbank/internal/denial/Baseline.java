package dev.sandbank.internal.denial;

import dev.sandbank.internal.dialect.Envelope;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.Callers;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.explain.Explanation;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.GateName.Concern;
import dev.sandbank.internal.model.operation.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A good call of an operation, or the best one that a fixture allows.
 *
 * @param caller who calls
 * @param call the call
 * @param answer the bank's answer
 */
record Baseline(Caller caller, CallTemplate call, Answer answer) {

    boolean allowed() {
        return answer.allowed();
    }

    /** Whether this gate passes it. */
    boolean passes(GateName gate) {
        return allowed() || GateName.words().indexOf(gate.word()) < far();
    }

    /** Whether it reaches this gate. */
    boolean reaches(GateName gate) {
        return passes(gate) || gate.word().equals(answer.gate());
    }

    /** Returns how far it comes, for comparison. */
    private int far() {
        List<String> gates = GateName.words();
        return allowed() ? gates.size() : gates.indexOf(answer.gate());
    }

    /** Finds an allowed call among the callers and entries of a fixture, by rehearsing calls until one is allowed. */
    static final class Finder {

        private static final int FEW = 20;
        private static final int MANY = 400;

        private final DryRun dryRun;
        private final Envelope envelope;

        Finder(RehearsalBank bank) {
            this.dryRun = bank.dryRun();
            this.envelope = bank.dialect().envelope();
        }

        /**
         * Returns an allowed call if there is one, preferably for a user and with resources; otherwise one that comes
         * furthest.
         */
        Optional<Baseline> of(Operation operation) {
            return best(operation, callers().toList());
        }

        /** Returns the same for one caller. */
        Optional<Baseline> of(Operation operation, Caller caller) {
            return best(operation, List.of(caller));
        }

        private Optional<Baseline> best(Operation operation, List<Caller> callers) {
            Optional<Baseline> furthest = Optional.empty();
            for (int most : List.of(FEW, MANY)) {
                List<CallTemplate> calls = calls(operation, most);
                for (Caller caller : callers) {
                    Optional<Baseline> found = furthest(caller, calls);
                    if (found.filter(Baseline::allowed).isPresent()) {
                        return found;
                    }
                    furthest = Stream.concat(furthest.stream(), found.stream())
                            .max(Comparator.comparingInt(Baseline::far));
                }
            }
            return furthest;
        }

        /** Returns the dialect's example, made by the same caller. */
        Baseline example(Baseline other) {
            return rehearsed(other.caller(), example(other.call().operation()));
        }

        private CallTemplate example(Operation operation) {
            return dryRun.asks().one(operation, List.of(), Map.of(), null);
        }

        private Baseline rehearsed(Caller caller, CallTemplate call) {
            Explanation explained = dryRun.explain(caller, call);
            Answer answer = Answer.of(explained.answered(), envelope);
            return new Baseline(caller, explained.call(), answer);
        }

        private Optional<Baseline> furthest(Caller caller, List<CallTemplate> calls) {
            Optional<Baseline> furthest = Optional.empty();
            for (CallTemplate call : calls) {
                Baseline found = rehearsed(caller, call);
                if (furthest.isEmpty() || found.far() > furthest.get().far()) {
                    furthest = Optional.of(found);
                }
                if (found.allowed() || isAboutTheCaller(found.answer())) {
                    return furthest;
                }
            }
            return furthest;
        }

        /** Whether the answer depends only on the caller, so that another call would be refused as well. */
        private static boolean isAboutTheCaller(Answer answer) {
            return GateName.of(answer.gate())
                    .filter(gate -> gate.concern() == Concern.CALLER)
                    .isPresent();
        }

        /** Returns calls to try: the dialect's example first, then those that name a resource. */
        private List<CallTemplate> calls(Operation operation, int most) {
            List<CallTemplate> others = dryRun.asks().each(operation, most).asks();
            boolean whole = operation.resources().stream()
                    .allMatch(rule -> rule.isOfThePath() || rule.in().equals("body"));
            return Stream.concat(
                            whole ? Stream.of(example(operation)) : Stream.empty(),
                            others.stream()
                                    .sorted(Comparator.comparing(
                                            call -> call.label().isEmpty())))
                    .toList();
        }

        /** Returns users through every client, then clients by themselves. */
        Stream<Caller> callers() {
            Callers callers = dryRun.callers();
            return Stream.concat(
                            callers.users().stream().flatMap(user -> callers.all(user).stream()),
                            callers.clients().stream())
                    .filter(caller -> caller.state().isEmpty());
        }
    }
}
