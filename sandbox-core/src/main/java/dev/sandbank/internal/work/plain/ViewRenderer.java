package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.DialectException;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.ReplyRule;
import dev.sandbank.internal.work.Result;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders entries by their view, and builds replies. */
public final class ViewRenderer {

    private final Dialect dialect;
    private final CallFacts knowledge;

    public ViewRenderer(Dialect dialect, CallFacts knowledge) {
        this.dialect = dialect;
        this.knowledge = knowledge;
    }

    JsonNode entry(Call call, Entry entry, ReplyRule rule) {
        return entry(call, entry, rule.view());
    }

    /**
     * Shows an entry as a caller sees it.
     *
     * @param named the name of the view, or a template for it; null for all members
     */
    public JsonNode entry(Call call, Entry entry, @Nullable String named) {
        if (named == null) {
            return knowledge.whole(entry);
        }
        Facts own = knowledge.ofEntry(call, entry);
        String name = Templates.fill(named, either(own, knowledge.ofCall(call))).orElse("");
        JsonNode view = dialect.offer().views().get(name);
        if (view == null) {
            throw new DialectException("the view " + named + " becomes \"" + name + "\", which is not a view");
        }
        return Templates.fill(view, own);
    }

    /** Renders the reply about one entry: templates know it as {@code entry}, then its own members, then the call. */
    Result about(Call call, Entry entry, ReplyRule rule) {
        JsonNode shown = entry(call, entry, rule);
        Facts rest = either(knowledge.ofEntry(call, entry), knowledge.ofCall(call));
        Result told = reply(call, rule, name -> name.equals("entry") ? shown : rest.get(name));
        return told.fold(reply -> new Result.Done(reply, entry.id(), false), Result.Refused::new);
    }

    /** Renders the reply about the call alone. */
    Result of(Call call, ReplyRule rule) {
        return reply(call, rule, knowledge.ofCall(call));
    }

    private static Facts either(Facts first, Facts second) {
        return name -> {
            Object fact = first.get(name);
            return fact == null ? second.get(name) : fact;
        };
    }

    Result reply(Call call, ReplyRule rule, Facts known) {
        int status = Templates.fill(rule.status(), known).asInt();
        JsonNode body = Templates.fill(rule.body(), known);
        Reply reply =
                body.isMissingNode() ? Reply.empty(status) : Reply.of(status, "application/json", body.toString());
        for (Map.Entry<String, String> header : rule.headers().entrySet()) {
            Optional<String> value = Templates.fill(header.getValue(), known);
            reply = value.isPresent() ? reply.withHeader(header.getKey(), value.get()) : reply;
        }
        return rule.etag() ? EntityTag.of(reply).answer(call.request(), reply) : new Result.Done(reply);
    }
}
