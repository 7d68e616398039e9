package dev.sandbank.internal.oidc;

import dev.sandbank.internal.model.Answered;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Ruling;
import dev.sandbank.internal.model.Step;
import java.util.List;

/** Answers that are given to everybody. */
final class Open {

    private Open() {}

    static Answered to(Endpoint endpoint, Reply reply) {
        Step step = new Step("open", true, "needs no credential");
        return new Answered(reply, new Ruling(List.of(step), null, endpoint.name(), "", ""));
    }
}
