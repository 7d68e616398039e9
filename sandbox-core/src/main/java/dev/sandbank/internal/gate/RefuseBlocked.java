package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Request;
import java.util.function.Predicate;

/** Is the user blocked, and does this bank then refuse this kind of request? */
public final class RefuseBlocked implements Gate<Call> {

    private final Predicate<Request> covered;

    public RefuseBlocked(Predicate<Request> covered) {
        this.covered = covered;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        if (!call.subject().blocked()) {
            return Verdict.pass(call, "not blocked");
        }
        return covered.test(call.request())
                ? Verdict.refuse(new Refusal.SubjectBlocked(call.subject()))
                : Verdict.pass(
                        call, "blocked, which does not stop " + call.request().method());
    }
}
