package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.Set;

/** Writes what a bank itself sets when an entry is made or replaced: what the content of the call does not say. */
final class MembersDraft {

    private static final Set<String> BEGINNINGS =
            Set.of("created", "updated", "modified", "creation", "update", "started", "submitted");

    private final CollectionDraft draft;
    private final String fact;
    private final Shape content;

    MembersDraft(ApiOperation operation, CollectionDraft draft, Samples requests, ReplyPlace place) {
        this.draft = draft;
        this.fact = "body." + (place.steps().isEmpty() ? "" : String.join(".", place.steps()) + ".");
        JsonNode schema = operation.body().path("schema");
        for (String step : place.steps()) {
            schema = requests.shape(schema).property(step);
        }
        this.content = requests.shape(schema);
    }

    /** Returns the members of a new entry. */
    ObjectNode ofNew() {
        ObjectNode members = Samples.object();
        for (String member : draft.members().keySet()) {
            if (isSet(member)) {
                boolean said = content.properties().containsKey(member);
                boolean always = said && content.required().contains(member);
                boolean renamed = !draft.stored(member).equals(member);
                JsonNode usual = usual(member);
                if (!said) {
                    members.set(draft.stored(member), usual);
                } else if (!always || renamed) {
                    members.set(draft.stored(member), either(member, usual));
                }
            }
        }
        draft.owner()
                .ifPresent(owner -> members.put(
                        owner,
                        "${subject else '"
                                + draft.entries().get(0).path(owner).asText().replace("'", "''") + "'}"));
        CollectionDraft parent = draft.parent();
        if (parent != null) {
            members.set(draft.parentMember(), Literals.blank(parent.as() + ".id"));
        }
        return members;
    }

    /** Returns what a member is if the call does not say: the present moment, or what the sample has. */
    private JsonNode usual(String member) {
        JsonNode value = draft.member(member);
        boolean begins = Words.of(member).stream().anyMatch(BEGINNINGS::contains);
        return begins && CollectionDraft.isMoment(value) ? Literals.blank("now") : Literals.of(value);
    }

    /** Returns the members that an entry keeps when a call replaces it. */
    ObjectNode kept() {
        ObjectNode members = Samples.object();
        for (String member : draft.members().keySet()) {
            if (isSet(member) && !content.properties().containsKey(member)) {
                members.set(draft.stored(member), Literals.blank(draft.as() + "." + draft.stored(member)));
            }
        }
        return members;
    }

    private boolean isSet(String member) {
        return Literals.isFact(member)
                && !draft.stored(member).equals("id")
                && !draft.isKept(member)
                && !draft.owner().filter(member::equals).isPresent()
                && !(draft.parent() != null && draft.parentMember().equals(member))
                && !Set.of("sandbank").contains(member);
    }

    /** Returns the member of the content, or what is usual. */
    private ObjectNode either(String member, JsonNode usual) {
        ObjectNode choice = Samples.object();
        choice.putArray("$if").addObject().put("fact", fact + member).put("present", true);
        choice.set("$then", Literals.blank(fact + member));
        choice.set("$else", usual);
        return choice;
    }
}
