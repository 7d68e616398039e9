package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import java.util.Optional;
import java.util.function.Function;

/** Refuses users who are blocked, or in another such state, if this bank then refuses this kind of request. */
public final class RefuseBlocked implements Gate<Call> {

    private final Function<Call, Optional<String>> phrase;

    /** @param phrase the phrase with which a call is refused for its subject's state, if it is */
    public RefuseBlocked(Function<Call, Optional<String>> phrase) {
        this.phrase = phrase;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        if (call.subject().status().isActive()) {
            return Verdict.pass(call, "not blocked");
        }
        String status = call.subject().status().word();
        return phrase.apply(call)
                .map(refused -> Verdict.<Call>refuse(new Refusal.SubjectBlocked(refused, call.subject())))
                .orElseGet(() -> Verdict.pass(
                        call, status + ", which does not stop " + call.request().method()));
    }
}
