package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.operation.Route;

/** Finds the operation; only callers that passed the gate before learn whether there is one. */
public final class FollowRoute implements Gate<Call> {

    @Override
    public Verdict<Call> examine(Call call) {
        Route route = call.route();
        if (route instanceof Route.WrongMethod wrong) {
            return Verdict.refuse(new Refusal.MethodNotAllowed(wrong.allowed()));
        }
        if (route instanceof Route.Unknown) {
            return Verdict.refuse(new Refusal.RouteUnknown());
        }
        return Verdict.pass(call, call.operation().id());
    }
}
