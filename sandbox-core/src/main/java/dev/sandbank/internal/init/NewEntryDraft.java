package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Writes how an operation makes an entry. */
final class NewEntryDraft {

    /** The refusal of an id that somebody else's entry has. */
    static final String TAKEN = "input-invalid";

    private NewEntryDraft() {}

    /**
     * Writes the work.
     *
     * @param content where in the content the members of the entry are
     * @param taken whether the call has content
     */
    static ObjectNode write(
            ObjectNode work, CollectionDraft draft, MembersDraft members, ReplyPlace content, boolean taken) {
        ObjectNode create = work.putObject("create").put("collection", draft.name());
        if (taken && members.isTaken()) {
            create.set("content", content.steps().isEmpty() ? BooleanNode.TRUE : TextNode.valueOf(content.toString()));
        }
        create.set("members", members.ofNew());
        return create;
    }

    /** Makes what there is one of below the new entry. */
    static void also(ObjectNode work, CollectionDraft single) {
        ObjectNode members = work.withArrayProperty("also")
                .addObject()
                .putObject("create")
                .put("collection", single.name())
                .put("taken", TAKEN)
                .putObject("members");
        single.entries()
                .get(0)
                .properties()
                .forEach(member -> members.set(member.getKey(), Literals.of(member.getValue())));
        members.put("id", "${entry.id}").put(single.parentMember(), "${entry.id}");
    }
}
