package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fixture.openapi.DescribedReply;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Binds the content of a call to the bank's entries: it is refused if it names one that is not there. */
final class ContentDraft {

    private static final String NAMED = "named";

    private final ApiOperation operation;
    private final CollectionsDraft collections;
    private final Samples requests;

    ContentDraft(ApiOperation operation, CollectionsDraft collections, Samples requests) {
        this.operation = operation;
        this.collections = collections;
        this.requests = requests;
    }

    /** @param made the operation as a dialect writes it, with the example of its content */
    void write(ObjectNode made) {
        if (made.path("examples") instanceof ObjectNode examples
                && made.path("work").has("list")) {
            collections
                    .at(operation.levels().key())
                    .ifPresent(draft -> new ListExample(made.path("work").path("list"), draft, requests)
                            .ofQuery(examples, operation.parameters()));
        }
        JsonNode schema = operation.body().path("schema");
        JsonNode example = made.path("body").has("example")
                ? made.path("body").path("example")
                : operation.body().path("example");
        JsonNode work = made.path("work");
        if (!example.isObject() || work.has("answer") || work.isEmpty()) {
            return;
        }
        Map<String, Shape> members = new LinkedHashMap<>();
        requests.shape(schema).properties().forEach((name, member) -> members.put(name, requests.shape(member)));
        ObjectNode bound = example.deepCopy();
        if (work.has("list")) {
            AskedEntries.in(operation, collections, requests).ifPresent(asked -> asked.example(bound));
            collections
                    .at(operation.levels().key())
                    .ifPresent(draft -> new ListExample(work.path("list"), draft, requests).ofContent(bound, schema));
        }
        operation.levels().levels().stream()
                .filter(level -> !level.isOfPath())
                .forEach(level -> collections.at(level.key()).ifPresent(draft -> {
                    bound.set(level.parameter(), draft.entries().get(0).path("id"));
                    members.remove(level.parameter());
                }));
        collections.named().in(members).forEach((name, draft) -> {
            JsonNode id = draft.entries().get(0).path("id");
            JsonNode before = bound.path(name);
            bound.set(name, id);
            boolean valid = requests.isValid(schema, bound);
            if (valid) {
                bind(made, name, draft);
            }
            if (before.isMissingNode() && (!valid || work.has("list"))) {
                bound.remove(name);
            } else if (!valid) {
                bound.set(name, before);
            }
        });
        if (!bound.equals(example)) {
            made.withObjectProperty("body").set("example", bound);
        }
    }

    private void bind(ObjectNode made, String member, CollectionDraft draft) {
        ObjectNode resource = made.withArrayProperty("resources")
                .addObject()
                .put("in", "body")
                .put("name", "/" + member.replace("~", "~0").replace("/", "~1"))
                .put("collection", draft.name())
                .put("as", NAMED + Words.capital(Words.camel(member)));
        Set<String> statuses =
                operation.item().replies().stream().map(DescribedReply::status).collect(Collectors.toSet());
        if (!statuses.contains("404") && (statuses.contains("400") || statuses.contains("422"))) {
            resource.put("unknown", "input-invalid");
        }
    }

    /** Whether an operation as a dialect writes it is bound by its content. */
    static boolean isBound(JsonNode made) {
        return made.path("resources")
                .valueStream()
                .anyMatch(resource -> resource.path("in").asText().equals("body")
                        && resource.path("as").asText().startsWith(NAMED));
    }
}
