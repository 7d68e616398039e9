package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entries that the content of a call asks for by their ids: {@code {data: {accountIds: […]}}}.
 *
 * @param steps the members that lead to the ids
 * @param named the collection that the ids are of
 */
record AskedEntries(List<String> steps, CollectionDraft named) {

    private static final int DEEPEST = 2;

    static Optional<AskedEntries> in(ApiOperation operation, CollectionsDraft collections, Samples requests) {
        return find(operation.body().path("schema"), collections.named(), requests, List.of());
    }

    private static Optional<AskedEntries> find(
            JsonNode schema, NamedEntries names, Samples requests, List<String> above) {
        Shape shape = requests.shape(schema);
        for (String member : shape.required()) {
            List<String> steps = new ArrayList<>(above);
            steps.add(member);
            Shape inner = requests.shape(shape.property(member));
            Optional<AskedEntries> found = inner.isObject() && steps.size() < DEEPEST
                    ? find(shape.property(member), names, requests, steps)
                    : Optional.of(inner)
                            .filter(list -> list.type().equals("array"))
                            .flatMap(list -> names.of(Words.singular(member), requests.shape(list.items())))
                            .map(draft -> new AskedEntries(steps, draft));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Limits a list to the entries asked for; a call that asks for an unknown one is refused. */
    void write(ObjectNode list, ObjectNode made, CollectionDraft listed) {
        String last = steps.get(steps.size() - 1);
        String member = FilterParameters.named(listed, last).orElse("");
        if (!member.isEmpty()) {
            list.putArray("only")
                    .addObject()
                    .put("fact", member)
                    .put("oneOf", "${body." + String.join(".", steps) + "}");
        }
        made.withArrayProperty("resources")
                .addObject()
                .put("in", "body")
                .put("name", "/" + String.join("/", steps))
                .put("collection", named.name())
                .put("as", "asked");
    }

    /** Makes the example of a call's content ask for entries that are there. */
    void example(ObjectNode body) {
        ObjectNode holder = body;
        for (String step : steps.subList(0, steps.size() - 1)) {
            holder = holder.withObjectProperty(step);
        }
        holder.putArray(steps.get(steps.size() - 1)).add(named.entries().get(0).get("id"));
    }
}
