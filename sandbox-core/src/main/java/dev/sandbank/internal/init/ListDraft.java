package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses whether an operation lists entries, with which filters and pages, and writes it as a dialect does. */
final class ListDraft {

    private final ApiOperation operation;
    private final CollectionsDraft collections;
    private final ViewsDraft views;
    private final Samples requests;
    private final Samples replies;

    ListDraft(
            ApiOperation operation, CollectionsDraft collections, ViewsDraft views, Samples requests, Samples replies) {
        this.operation = operation;
        this.collections = collections;
        this.views = views;
        this.requests = requests;
        this.replies = replies;
    }

    /** Writes work and reply; returns false, and writes nothing, if the operation is no list. */
    boolean write(ObjectNode made) {
        Optional<CollectionDraft> found =
                collections.at(operation.levels().key()).filter(draft -> !draft.isSingle());
        Optional<ReplyPlace> place = found.flatMap(draft -> CollectionsDraft.isQuery(operation, draft)
                ? ReplyPlace.ofList(operation.reply(), operation.levels().tail())
                : CollectionsDraft.listIn(operation).or(() -> ids(draft)));
        Optional<AskedEntries> asked =
                operation.isGet() ? Optional.empty() : AskedEntries.in(operation, collections, requests);
        if (found.isEmpty() || place.isEmpty() || !(operation.isGet() || asked.isPresent())) {
            return false;
        }
        CollectionDraft draft = found.get();
        PageParameters pages = pages();
        ObjectNode list = made.putObject("work").putObject("list").put("collection", draft.name());
        CollectionDraft parent = draft.parent();
        if (parent != null
                && collections.above(operation).filter(parent::equals).isPresent()) {
            list.put("below", parent.as());
        }
        asked.ifPresent(ids -> ids.write(list, made, draft));
        ArrayNode filters = FilterParameters.of(said(pages), draft, requests);
        if (!filters.isEmpty()) {
            list.set("filters", filters);
        }
        if (pages != null) {
            pages.declare(operation.parameters(), made);
            list.set("pages", pages.rule());
        }
        reply(made, draft, place.get(), pages);
        return true;
    }

    /** Returns where the reply lists nothing but the ids of entries. */
    private Optional<ReplyPlace> ids(CollectionDraft draft) {
        return draft.idMember().filter(id -> operation.isGet()).flatMap(id -> ReplyPlace.ofIds(operation.reply(), id));
    }

    private @Nullable PageParameters pages() {
        JsonNode parameters = operation.parameters();
        return PageParameters.of(parameters, requests.components())
                .or(() -> PageParameters.linked(parameters, requests.components(), operation.reply()))
                .or(() -> asksInContent()
                        ? PageParameters.inContent(operation.content(), requests.components())
                        : Optional.empty())
                .orElse(null);
    }

    private boolean asksInContent() {
        return operation.isProcedure();
    }

    private List<Said> said(@Nullable PageParameters pages) {
        Collection<String> taken = pages == null ? Set.of() : pages.names();
        List<Said> said = new ArrayList<>(Said.inQuery(operation.parameters(), taken, requests));
        if (asksInContent() && operation.isGet()) {
            said.addAll(Said.inContent(operation.content(), taken, requests));
        }
        return said;
    }

    private void reply(ObjectNode made, CollectionDraft draft, ReplyPlace place, @Nullable PageParameters pages) {
        JsonNode schema = operation.schema();
        JsonNode envelope = new EnvelopeMembers(replies, pages)
                .in(Literals.of(place.put(operation.reply(), JsonNodeFactory.instance.arrayNode())), schema);
        ObjectNode reply = made.putObject("reply").put("status", operation.status());
        reply.put("view", views.of(operation, draft, place));
        if (pages != null && operation.success() != null) {
            ObjectNode headers = PageHeaders.of(operation.success(), pages);
            if (!headers.isEmpty()) {
                reply.set("headers", headers);
            }
        }
        reply.set("body", place.put(envelope, Literals.blank("items")));
    }
}
