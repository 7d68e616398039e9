package dev.sandbank.internal.init;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.init.sample.Samples;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes the example of a list's call ask for all entries or, where it must narrow the list, for one that is there. */
final class ListExample {

    private static final Pattern ASKED = Pattern.compile("\\$\\{(parameter|body)\\.([^} ]+)}");
    private static final int DAY = "2031-03-01".length();

    private final JsonNode list;
    private final CollectionDraft draft;
    private final Samples requests;

    /** @param list the work as a dialect writes it */
    ListExample(JsonNode list, CollectionDraft draft, Samples requests) {
        this.list = list;
        this.draft = draft;
        this.requests = requests;
    }

    /** @param content the example, which is changed */
    void ofContent(ObjectNode content, JsonNode schema) {
        pages().forEach((place, values) -> {
            if (place.startsWith("/") && !content.at(place).isMissingNode()) {
                change(content, JsonPointer.compile(place), values.stream(), schema);
            }
        });
        for (JsonNode filter : list.path("filters")) {
            Matcher asked = ASKED.matcher(filter.toString());
            if (asked.find() && "body".equals(asked.group(1))) {
                JsonPointer place =
                        JsonPointer.compile("/" + String.valueOf(asked.group(2)).replace('.', '/'));
                if (!content.at(place).isMissingNode()) {
                    change(content, place, values(filter), schema);
                }
            }
        }
    }

    /** @param examples the examples of parameters, which are changed */
    void ofQuery(ObjectNode examples, JsonNode parameters) {
        pages().forEach((name, values) -> put(examples, name, values.stream(), parameters));
        for (JsonNode filter : list.path("filters")) {
            Matcher asked = ASKED.matcher(filter.toString());
            if (asked.find() && "parameter".equals(asked.group(1))) {
                put(examples, String.valueOf(asked.group(2)), values(filter), parameters);
            }
        }
    }

    private void put(ObjectNode examples, String name, Stream<JsonNode> values, JsonNode parameters) {
        Optional<JsonNode> schema = parameters
                .valueStream()
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .map(parameter -> parameter.path("schema"))
                .findFirst();
        if (examples.has(name) && schema.isPresent()) {
            values.filter(value -> requests.isValid(schema.get(), value))
                    .findFirst()
                    .ifPresent(value -> examples.put(name, (value.isArray() ? value.path(0) : value).asText()));
        }
    }

    /** Returns where calls ask for a page, with what asks for the first one, and for a large one. */
    private Map<String, List<JsonNode>> pages() {
        JsonNode pages = list.path("pages");
        if (pages.isMissingNode()) {
            return Map.of();
        }
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode start = pages.path("style").asText().equals("page") ? nodes.numberNode(1) : nodes.numberNode(0);
        return Map.of(
                pages.path("start").asText(),
                pages.path("style").asText().matches("page|offset") ? List.of(start) : List.of(nodes.textNode("")),
                pages.path("size").asText(),
                List.of(nodes.numberNode(100), nodes.numberNode(25), nodes.numberNode(10)));
    }

    /** Removes a member or, if it must be there, gives it the first of these values that its schema allows. */
    private void change(ObjectNode content, JsonPointer place, Stream<JsonNode> values, JsonNode schema) {
        boolean done = remove(content, place, schema);
        for (Iterator<JsonNode> others = values.iterator(); !done && others.hasNext(); ) {
            done = set(content, place, others.next(), schema);
        }
    }

    private boolean remove(ObjectNode content, JsonPointer place, JsonNode schema) {
        if (!(content.at(place.head()) instanceof ObjectNode holder)) {
            return false;
        }
        String member = place.last().getMatchingProperty();
        JsonNode before = holder.remove(member);
        if (before != null && !requests.isValid(schema, content)) {
            holder.set(member, before);
            return false;
        }
        if (holder.isEmpty() && !place.head().matches()) {
            remove(content, place.head(), schema);
        }
        return true;
    }

    private boolean set(ObjectNode content, JsonPointer place, JsonNode value, JsonNode schema) {
        ObjectNode holder = (ObjectNode) content.at(place.head());
        String member = place.last().getMatchingProperty();
        JsonNode before = holder.replace(member, value);
        if (!requests.isValid(schema, content)) {
            holder.set(member, before);
            return false;
        }
        return true;
    }

    /** Returns what a call can ask for to see an entry, in the forms that a schema may want. */
    private Stream<JsonNode> values(JsonNode filter) {
        String fact = filter.path("fact").asText();
        Stream<JsonNode> all =
                draft.entries().stream().map(entry -> entry.path(fact)).filter(JsonNode::isValueNode);
        Comparator<JsonNode> order = Comparator.comparing(JsonNode::asText);
        Optional<JsonNode> value =
                filter.has("from") ? all.min(order) : filter.has("to") ? all.max(order) : all.findFirst();
        return value.stream()
                .flatMap(one -> Stream.of(
                        one,
                        TextNode.valueOf(one.asText()
                                .substring(0, Math.min(DAY, one.asText().length()))),
                        JsonNodeFactory.instance.arrayNode().add(one)));
    }
}
