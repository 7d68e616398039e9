package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what an operation answers: the entry where its reply shows one, or always the same. */
final class ReplyDraft {

    private final ApiOperation operation;
    private final ViewsDraft views;
    private final ObjectNode made;

    /** @param made the operation as a dialect writes it */
    ReplyDraft(ApiOperation operation, ViewsDraft views, ObjectNode made) {
        this.operation = operation;
        this.views = views;
        this.made = made;
    }

    /** Answers with the entry, if the reply has one. */
    void about(CollectionDraft draft) {
        Optional<ReplyPlace> place = CollectionsDraft.entryIn(operation, draft)
                .or(() -> Optional.of(ReplyPlace.WHOLE)
                        .filter(whole -> operation.reply().isObject() && isLike(draft, operation.reply())));
        if (place.isPresent()) {
            at(place.get(), draft);
        } else {
            fixed();
        }
    }

    /** Answers with the entry at this place of the reply. */
    void at(ReplyPlace place, CollectionDraft draft) {
        write(place.put(Literals.of(operation.reply()), Literals.blank("entry")), views.of(operation, draft, place));
    }

    void fixed() {
        write(Literals.of(operation.reply()), null);
    }

    private void write(JsonNode body, @Nullable String view) {
        ObjectNode reply = made.putObject("reply").put("status", operation.status());
        if (view != null) {
            reply.put("view", view);
        }
        if (!body.isMissingNode()) {
            reply.set("body", body);
        }
    }

    /** Whether what a reply shows has half of the members of an entry. */
    static boolean isLike(CollectionDraft draft, JsonNode shown) {
        long shared = draft.members().keySet().stream().filter(shown::has).count();
        return shared > 0 && shared * 2 >= draft.members().size();
    }
}
