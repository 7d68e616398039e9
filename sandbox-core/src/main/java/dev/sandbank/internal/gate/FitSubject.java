package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.oauth.Subject;
import java.util.List;
import java.util.function.Predicate;

/**
 * Checks that the operation serves this kind of subject. A user's type does not matter if the next gate refuses the
 * user's state.
 */
public final class FitSubject implements Gate<Call> {

    private final Predicate<Call> isStopped;

    /** @param isStopped whether a call is refused for its subject's state */
    public FitSubject(Predicate<Call> isStopped) {
        this.isStopped = isStopped;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        List<String> accepted = call.operation().subjects();
        Subject subject = call.subject();
        return accepted.isEmpty()
                        || accepted.stream().anyMatch(subject::is)
                        || (accepted.stream().anyMatch(subject::isOfKind) && isStopped.test(call))
                ? Verdict.pass(call, "serves " + subject.kindAndType())
                : Verdict.refuse(new Refusal.SubjectNotAllowed(subject, accepted));
    }
}
