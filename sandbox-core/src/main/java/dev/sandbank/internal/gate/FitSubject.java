package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.oauth.Subject;
import java.util.List;

/** Does this operation serve this kind of subject? */
public final class FitSubject implements Gate<Call> {

    @Override
    public Verdict<Call> examine(Call call) {
        List<String> accepted = call.operation().subjects();
        Subject subject = call.subject();
        return accepted.isEmpty() || accepted.stream().anyMatch(subject::is)
                ? Verdict.pass(call, "serves " + subject.kindAndType())
                : Verdict.refuse(new Refusal.SubjectNotAllowed(subject, accepted));
    }
}
