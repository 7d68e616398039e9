package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes how replies show entries; replies that show the same share a view. */
final class ViewsDraft {

    private final Samples replies;
    private final Decisions decisions;
    private final Map<String, JsonNode> views = new LinkedHashMap<>();
    private final Map<String, Set<String>> fixed = new LinkedHashMap<>();

    /** @param decisions which members an operation shows always the same */
    ViewsDraft(Samples replies, Decisions decisions) {
        this.replies = replies;
        this.decisions = decisions;
    }

    Map<String, JsonNode> all() {
        return views;
    }

    /** Returns the members that a view always shows the same, or not at all. */
    Set<String> fixed(String view) {
        return fixed.getOrDefault(view, Set.of());
    }

    /** Returns the name of the view of an entry, or of the entries of a list, at this place in a reply. */
    String of(ApiOperation operation, CollectionDraft draft, ReplyPlace place) {
        JsonNode there = place.in(operation.reply());
        JsonNode shown = there.isArray() ? there.path(0) : there;
        return shown.isTextual()
                ? named(draft, Literals.blank("id"))
                : named(operation, draft, shown, replies.shape(elementAt(operation.schema(), place)));
    }

    private String named(ApiOperation operation, CollectionDraft draft, JsonNode shown, Shape shape) {
        Set<String> literal = decisions.literal(operation.id());
        ObjectNode view = Samples.object();
        shown.properties().stream()
                .filter(member -> !member.getKey().startsWith("$"))
                .forEach(member -> view.set(
                        member.getKey(),
                        literal.contains(member.getKey())
                                ? Literals.of(member.getValue())
                                : draft.shown(member.getKey(), member.getValue())));
        shape.required().stream()
                .filter(member -> view.path(member).equals(Literals.blank(draft.stored(member)))
                        && replies.isValid(shape.property(member), NullNode.getInstance()))
                .forEach(member -> view.put(member, "${" + draft.stored(member) + " else null}"));
        shape.properties().keySet().stream()
                .filter(member -> !view.has(member) && !literal.contains(member))
                .filter(member -> Literals.isFact(member) && !member.equals("sandbank"))
                .forEach(member -> view.set(member, draft.shown(member, null)));
        String name = named(draft, view);
        Set<String> same = fixed.computeIfAbsent(name, key -> new TreeSet<>());
        shown.properties().stream()
                .map(Map.Entry::getKey)
                .filter(member -> !view.path(member).asText().startsWith("${"))
                .forEach(same::add);
        return name;
    }

    private String named(CollectionDraft draft, JsonNode view) {
        String name = Words.singular(draft.name());
        String first = name;
        for (int number = 2; views.containsKey(name) && !views.get(name).equals(view); number++) {
            name = first + number;
        }
        views.put(name, view);
        return name;
    }

    /** Returns the schema of what is at a place in a reply; of a list, that of its elements. */
    JsonNode elementAt(JsonNode schema, ReplyPlace place) {
        JsonNode here = schema;
        for (String step : place.steps()) {
            Shape shape = replies.shape(here);
            here = shape.type().equals("array") ? shape.items() : shape.property(step);
        }
        Shape shape = replies.shape(here);
        return shape.type().equals("array") ? shape.items() : here;
    }
}
