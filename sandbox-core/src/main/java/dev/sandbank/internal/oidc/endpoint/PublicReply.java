package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Ruling;
import dev.sandbank.internal.model.Step;
import java.util.List;

/** Answers that are given to everybody. */
public final class PublicReply {

    private PublicReply() {}

    public static DecidedReply to(Endpoint endpoint, Reply reply) {
        Step step = new Step("open", true, "needs no credential");
        return new DecidedReply(reply, new Ruling(List.of(step), null, endpoint.name(), "", ""));
    }
}
