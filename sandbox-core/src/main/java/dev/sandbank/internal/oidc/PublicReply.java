package dev.sandbank.internal.oidc;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Reply;
import java.util.List;

/** Answers that are given to everybody. */
final class PublicReply {

    private PublicReply() {}

    static DecidedReply to(Endpoint endpoint, Reply reply) {
        Gate step = new Gate("open", Verdict.PASSED, "needs no credential");
        return DecidedReply.of(reply, List.of(step), null, endpoint.name(), "", "");
    }
}
