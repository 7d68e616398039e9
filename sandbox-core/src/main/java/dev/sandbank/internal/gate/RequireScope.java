package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Scopes;

/** May this token call this operation? What it lacks is refused whatever its user may do. */
public final class RequireScope implements Gate<Call> {

    @Override
    public Verdict<Call> examine(Call call) {
        Scopes required = call.operation().required();
        Scopes held = call.grant().scopes();
        return held.covers(required)
                ? Verdict.pass(call, required.isEmpty() ? "needs none" : "holds " + required)
                : Verdict.refuse(new Refusal.ScopeMissing(required, held));
    }
}
