package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;

/**
 * Takes from a member of the content only what the replies have too, member by member: what only the bank computes is
 * as in the example, also within an object.
 */
final class CommonMembers {

    private static final int DEEPEST = 4;

    private CommonMembers() {}

    /**
     * Returns a template.
     *
     * @param fact the member of the content, as a fact
     * @param said its schema
     * @param shown the member as replies show it
     * @param usual what it is if the call does not say
     */
    static ObjectNode of(Samples requests, String fact, JsonNode said, JsonNode shown, JsonNode usual) {
        return choice(fact, within(requests, fact, said, shown, DEEPEST), usual);
    }

    /** Returns a template that is the one if the content has a member, and else the other. */
    static ObjectNode choice(String fact, JsonNode there, JsonNode absent) {
        ObjectNode choice = Samples.object();
        choice.putArray("$if").addObject().put("fact", fact).put("present", true);
        choice.set("$then", there);
        choice.set("$else", absent);
        return choice;
    }

    private static JsonNode within(Samples requests, String fact, JsonNode schema, JsonNode shown, int depth) {
        Shape said = requests.shape(schema);
        if (shown.isArray() && requests.shape(said.items()).isObject()) {
            return Literals.of(shown);
        }
        if (!shown.isObject() || depth == 0) {
            return Literals.blank(fact);
        }
        SaidMembers members = new SaidMembers(requests, said);
        ObjectNode made = Samples.object();
        shown.properties().forEach(member -> {
            String name = members.name(member.getKey(), member.getValue());
            String inner = fact + "." + name;
            JsonNode usual = Literals.of(member.getValue());
            if (!member.getKey().startsWith("$")) {
                made.set(
                        member.getKey(),
                        name.isEmpty()
                                ? usual
                                : choice(
                                        inner,
                                        within(requests, inner, said.property(name), member.getValue(), depth - 1),
                                        usual));
            }
        });
        return made;
    }
}
