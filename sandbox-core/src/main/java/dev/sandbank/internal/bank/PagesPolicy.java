package dev.sandbank.internal.bank;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.dialect.OperationTable;
import dev.sandbank.internal.model.CrossOrigin;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.operation.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether scripts on pages may call a bank's API, and read its replies.
 *
 * @param open the fixture's setting
 * @param table the operations
 */
record PagesPolicy(boolean open, OperationTable table) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    /** Answers a browser that asks before it calls, even at an unknown path, so that the page can read the refusal. */
    Optional<DecidedReply> preflight(Request request) {
        if (!open || !CrossOrigin.isPreflight(request)) {
            return Optional.empty();
        }
        Set<String> methods = table.find(request.method(), request.path()) instanceof Route.WrongMethod there
                ? there.allowed()
                : METHODS;
        Gate step = new Gate("open", Verdict.PASSED, "a preflight request needs no credentials");
        return Optional.of(DecidedReply.of(CrossOrigin.preflight(request, methods), List.of(step), null, "", "", ""));
    }

    DecidedReply readable(Request request, DecidedReply answered) {
        return open ? answered.with(CrossOrigin.readable(request, answered.reply())) : answered;
    }
}
