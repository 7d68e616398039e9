package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.Set;

/** Writes what a bank itself sets when an entry is made or changed: what the content of the call does not say. */
final class MembersDraft {

    private static final Set<String> BEGINNINGS =
            Set.of("created", "updated", "modified", "creation", "update", "started", "submitted");

    private final ApiOperation operation;
    private final CollectionDraft draft;
    private final Samples requests;
    private final boolean common;
    private final String fact;
    private final Shape content;
    private final SaidMembers said;
    private final boolean taken;

    /**
     * @param place where in the content the members of an entry are
     * @param common whether entries take from the content only what replies have too
     */
    MembersDraft(ApiOperation operation, CollectionDraft draft, Samples requests, ReplyPlace place, boolean common) {
        this.operation = operation;
        this.draft = draft;
        this.requests = requests;
        this.common = common;
        this.fact = "body." + (place.steps().isEmpty() ? "" : String.join(".", place.steps()) + ".");
        JsonNode schema = operation.body().path("schema");
        for (String step : place.steps()) {
            schema = requests.shape(schema).property(step);
        }
        this.content = requests.shape(schema);
        this.said = new SaidMembers(requests, content);
        this.taken = !common && !operation.isProcedure() && (isSaid(true) || !isSaid(false));
    }

    /** Whether the content says any member of an entry, perhaps by its very name. */
    private boolean isSaid(boolean sameName) {
        return draft.members().keySet().stream().anyMatch(member -> {
            String name = said.name(member, draft.member(member));
            return sameName ? name.equals(member) : !name.isEmpty();
        });
    }

    /** Whether an entry takes the content as a whole: that of a remote procedure also says which entry is meant. */
    boolean isTaken() {
        return taken;
    }

    /** Returns the members of a new entry. */
    ObjectNode ofNew() {
        ObjectNode members = Samples.object();
        for (String member : draft.members().keySet()) {
            if (isSet(member)) {
                String name = said.name(member, draft.member(member));
                boolean always = name.equals(member) && content.required().contains(member);
                boolean renamed = !draft.stored(member).equals(member);
                JsonNode usual = usual(member);
                if (name.isEmpty()) {
                    members.set(draft.stored(member), usual);
                } else if (!always || renamed || !taken) {
                    members.set(draft.stored(member), either(name, usual));
                }
            }
        }
        draft.owner()
                .ifPresent(owner ->
                        members.set(owner, owning(draft.entries().get(0).path(owner))));
        CollectionDraft parent = draft.parent();
        if (parent != null) {
            members.set(draft.parentMember(), Literals.blank(parent.as() + ".id"));
        }
        return members;
    }

    /** Makes the entry the caller's; one that a client makes for itself belongs to the first owner. */
    private static ObjectNode owning(JsonNode first) {
        ObjectNode choice = Samples.object();
        choice.putArray("$if").addObject().put("fact", "subject").put("is", "${client}");
        choice.set("$then", Literals.of(first));
        choice.put("$else", "${subject}");
        return choice;
    }

    /** Returns what a member is if the call does not say: the present moment, or what the sample has. */
    private JsonNode usual(String member) {
        JsonNode shown = CollectionsDraft.entryIn(operation, draft)
                .map(place -> place.in(operation.reply()).path(member))
                .orElse(MissingNode.getInstance());
        boolean own = common || operation.hasExample();
        JsonNode known = draft.member(member);
        JsonNode value = own && shown.getNodeType() == known.getNodeType() ? shown : known;
        boolean begins = Words.of(member).stream().anyMatch(BEGINNINGS::contains);
        return begins && CollectionDraft.isMoment(value) ? Literals.blank("now") : Literals.of(value);
    }

    /** Returns the members that an entry keeps when a call replaces it. */
    ObjectNode kept() {
        ObjectNode members = Samples.object();
        for (String member : draft.members().keySet()) {
            String name = said.name(member, draft.member(member));
            if (isSet(member) && name.isEmpty()) {
                members.set(draft.stored(member), before(member));
            } else if (isSet(member) && !name.equals(member)) {
                members.set(draft.stored(member), Literals.blank(fact + name));
            }
        }
        return members;
    }

    /** Returns the members that an action sets, as far as its content says them. */
    ObjectNode said() {
        ObjectNode members = Samples.object();
        for (String member : draft.members().keySet()) {
            String name = said.name(member, draft.member(member));
            if (isSet(member) && !name.isEmpty()) {
                members.set(draft.stored(member), either(name, before(member)));
            }
        }
        return members;
    }

    /** Returns the members that a change sets by the content, where content and entry call them differently. */
    ObjectNode renamed() {
        ObjectNode members = Samples.object();
        for (String member : draft.members().keySet()) {
            String name = said.name(member, draft.member(member));
            boolean other = !taken || !draft.stored(member).equals(name);
            if (isSet(member) && !name.isEmpty() && other) {
                members.set(draft.stored(member), either(name, before(member)));
            } else if (isSet(member) && name.isEmpty() && content.properties().containsKey(member)) {
                members.set(draft.stored(member), before(member));
            }
        }
        return members;
    }

    private JsonNode before(String member) {
        return Literals.blank(draft.as() + "." + draft.stored(member));
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
        return common
                ? CommonMembers.of(requests, fact + member, content.property(member), draft.member(member), usual)
                : CommonMembers.choice(fact + member, Literals.blank(fact + member), usual);
    }
}
