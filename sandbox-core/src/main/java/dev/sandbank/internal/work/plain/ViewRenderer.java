package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.ReplyRule;
import dev.sandbank.internal.work.Result;
import java.util.Map;
import java.util.Optional;

/** Shows entries by their view, and puts replies together. */
final class ViewRenderer {

    private final Dialect dialect;
    private final CallFacts knowledge;

    ViewRenderer(Dialect dialect, CallFacts knowledge) {
        this.dialect = dialect;
        this.knowledge = knowledge;
    }

    JsonNode entry(Call call, Entry entry, ReplyRule rule) {
        JsonNode view = rule.view() == null ? null : dialect.offer().views().get(rule.view());
        return view == null ? knowledge.whole(entry) : Templates.fill(view, knowledge.ofEntry(call, entry));
    }

    /** The reply about one entry: {@code entry} is how it is shown, then come its own members, then the call. */
    Result about(Call call, Entry entry, ReplyRule rule) {
        return about(call, entry, rule, Map.of());
    }

    /** The same, with further facts. */
    Result about(Call call, Entry entry, ReplyRule rule, Map<String, ?> besides) {
        JsonNode shown = entry(call, entry, rule);
        Facts own = knowledge.ofEntry(call, entry);
        Facts ofCall = knowledge.ofCall(call);
        Result told = reply(rule, name -> {
            Object fact = name.equals("entry") ? shown : besides.get(name);
            Object ofEntry = fact == null ? own.get(name) : fact;
            return ofEntry == null ? ofCall.get(name) : ofEntry;
        });
        return told.fold(reply -> new Result.Done(reply, entry.id()), Result.Refused::new);
    }

    Result reply(ReplyRule rule, Facts known) {
        JsonNode body = Templates.fill(rule.body(), known);
        Reply reply = body.isMissingNode()
                ? Reply.empty(rule.status())
                : Reply.of(rule.status(), "application/json", body.toString());
        for (Map.Entry<String, String> header : rule.headers().entrySet()) {
            Optional<String> value = Templates.fill(header.getValue(), known);
            reply = value.isPresent() ? reply.withHeader(header.getKey(), value.get()) : reply;
        }
        return new Result.Done(reply);
    }
}
