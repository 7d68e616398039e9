package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Something that a call does to an entry: it gets the state of that, and the members that the content says. */
final class ActionDraft {

    private final ApiOperation operation;
    private final CollectionsDraft collections;
    private final ViewsDraft views;
    private final Samples replies;

    ActionDraft(ApiOperation operation, CollectionsDraft collections, ViewsDraft views, Samples replies) {
        this.operation = operation;
        this.collections = collections;
        this.views = views;
        this.replies = replies;
    }

    /** Returns the collection of the entry; empty if the operation is no action. */
    Optional<CollectionDraft> entry() {
        boolean acts = Set.of("POST", "PUT", "PATCH").contains(operation.method())
                && !operation.levels().tail().isEmpty();
        return collections
                .above(operation)
                .filter(draft -> acts && !draft.members().isEmpty());
    }

    /** @param said the members that the content says */
    void write(ObjectNode made, CollectionDraft draft, ObjectNode said) {
        Optional<ReplyPlace> place = shown(draft);
        JsonNode schema =
                place.map(found -> views.elementAt(operation.schema(), found)).orElse(operation.schema());
        ObjectNode members = said.deepCopy();
        Stream.concat(Stream.of(schema), draft.seen().stream().map(Variety.Seen::schema))
                .map(shown ->
                        new StateOfAction(replies, shown, operation.levels().tail()).members())
                .forEach(shown -> shown.forEach((member, value) -> {
                    if (!members.has(draft.stored(member))) {
                        members.set(draft.stored(member), value);
                    }
                }));
        if (members.isEmpty()) {
            place.map(found -> found.in(operation.reply()))
                    .map(shown -> StateOfAction.shown(operation, shown))
                    .ifPresent(states -> states.forEach((member, value) -> members.set(draft.stored(member), value)));
        }
        made.putObject("work").putObject("action").put("of", draft.as()).set("members", members);
        ReplyDraft reply = new ReplyDraft(operation, views, made);
        place.ifPresentOrElse(found -> reply.at(found, draft), reply::fixed);
    }

    /** Returns where the reply shows the entry: one without an id may show a part of it. */
    private Optional<ReplyPlace> shown(CollectionDraft draft) {
        Optional<ReplyPlace> entry = CollectionsDraft.entryIn(operation, draft);
        return entry.isEmpty() && PartOfEntry.isOf(draft, operation.reply())
                ? Optional.of(ReplyPlace.WHOLE)
                : entry.filter(found -> ReplyDraft.isLike(draft, found.in(operation.reply())));
    }
}
