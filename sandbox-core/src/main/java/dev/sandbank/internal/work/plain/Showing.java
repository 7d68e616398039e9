package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.ReplyRule;
import dev.sandbank.internal.work.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows entries by their view, and puts replies together. */
final class Showing {

    private final Dialect dialect;
    private final Facts facts;

    Showing(Dialect dialect, Facts facts) {
        this.dialect = dialect;
        this.facts = facts;
    }

    JsonNode entry(Call call, Entry entry, ReplyRule rule) {
        JsonNode view = rule.view() == null ? null : dialect.views().get(rule.view());
        return view == null ? entry.document() : Templates.fill(view, facts.ofEntry(call, entry));
    }

    /** The reply about one entry: {@code entry} is how it is shown, all else is known by its own name. */
    Outcome about(Call call, Entry entry, ReplyRule rule) {
        JsonNode shown = entry(call, entry, rule);
        Function<String, @Nullable Object> own = facts.ofEntry(call, entry);
        return reply(rule, name -> name.equals("entry") ? shown : own.apply(name));
    }

    Outcome reply(ReplyRule rule, Function<String, @Nullable Object> known) {
        JsonNode body = Templates.fill(rule.body(), known);
        Reply reply = body.isMissingNode()
                ? Reply.empty(rule.status())
                : Reply.of(rule.status(), "application/json", body.toString());
        for (Map.Entry<String, String> header : rule.headers().entrySet()) {
            Optional<String> value = Templates.fill(header.getValue(), known);
            reply = value.isPresent() ? reply.withHeader(header.getKey(), value.get()) : reply;
        }
        return new Outcome.Done(reply);
    }
}
