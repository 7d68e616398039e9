package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import dev.sandbank.internal.model.operation.Ranges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Recognises the parameters of a list that narrow it: those that are called like a member of its entries, or bound one. */
final class FilterParameters {

    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean");

    /** What a parameter says if it narrows nothing. */
    private static final Set<String> ALL = Set.of("all", "any", "both");

    /** Where these are, ALL is the currency of Albania. */
    private static final List<String> CURRENCIES = List.of("EUR", "USD");

    private static final List<String> RANGES = List.of("[2031-03-01,2031-04-01]", "[1000.00,2000.00]", "[1000,2000]");

    private FilterParameters() {}

    /**
     * @param said what calls can say
     * @param draft the collection that is listed
     */
    static ArrayNode of(List<Said> said, CollectionDraft draft, Samples samples) {
        JsonNode entry = draft.first();
        ArrayNode filters = JsonNodeFactory.instance.arrayNode();
        for (Said each : said) {
            Shape shape = samples.shape(each.schema());
            boolean list = shape.type().equals("array");
            String type = list ? samples.shape(shape.items()).type() : shape.type();
            boolean narrows =
                    !shape.keywords().has("default") || !all(shape.keywords()).isEmpty();
            if (narrows && TYPES.contains(type)) {
                add(filters, each, draft, entry, samples);
            }
        }
        return filters;
    }

    /** Whether the parameter can say what an entry has: else they only share a name. */
    private static boolean isSaid(Shape parameter, JsonNode value) {
        JsonNode choices = parameter.keywords().path("enum");
        return choices.isMissingNode()
                || value.isMissingNode()
                || choices.valueStream().anyMatch(choice -> choice.asText().equals(value.asText()));
    }

    private static void add(ArrayNode filters, Said said, CollectionDraft draft, JsonNode entry, Samples samples) {
        Shape shape = samples.shape(said.schema());
        boolean list = shape.type().equals("array");
        Optional<String> member = said.names()
                .flatMap(name ->
                        (list ? named(draft, name) : member(entry, name).or(() -> id(draft, name))).stream())
                .findFirst();
        if (member.filter(named -> isSaid(shape, entry.path(named))).isPresent()) {
            boolean range = isRange(said.schema(), shape, samples);
            ObjectNode filter = add(
                    filters,
                    member.get(),
                    list || isPerhapsList(said.schema(), samples) ? "oneOf" : range ? "within" : "is",
                    said.fact());
            if (filter.has("is")) {
                widen(filter, said.fact(), shape.keywords());
            }
        } else if (member.isEmpty() && !list) {
            said.names()
                    .flatMap(name -> Bound.of(name, shape, entry).stream())
                    .findFirst()
                    .ifPresent(bound -> add(filters, bound.member(), bound.operator(), said.fact()));
        }
    }

    /** Whether calls may say one value or several. */
    private static boolean isPerhapsList(JsonNode schema, Samples samples) {
        JsonNode resolved = samples.components().resolve(schema);
        return Stream.of("oneOf", "anyOf")
                .flatMap(ways -> resolved.path(ways).valueStream())
                .anyMatch(way -> samples.shape(way).type().equals("array"));
    }

    /** Returns the values of a parameter with which it narrows nothing, if the default is one of them. */
    private static List<JsonNode> all(ObjectNode keywords) {
        List<JsonNode> all = keywords.path("enum")
                .valueStream()
                .filter(value -> ALL.contains(Words.plain(value.asText())))
                .toList();
        boolean currencies = CURRENCIES.stream()
                .anyMatch(code -> keywords.path("enum")
                        .valueStream()
                        .anyMatch(value -> value.asText().equals(code)));
        if (currencies) {
            return List.of();
        }
        return keywords.has("default") && !all.contains(keywords.path("default")) ? List.of() : all;
    }

    /** Whether a parameter can be a range: its schema has that format, or its pattern lets ranges through. */
    private static boolean isRange(JsonNode schema, Shape shape, Samples samples) {
        JsonNode keywords = shape.keywords();
        return Ranges.formats().contains(keywords.path("format").asText())
                || (keywords.has("pattern")
                        && !samples.isValid(schema, TextNode.valueOf("[x]"))
                        && RANGES.stream().anyMatch(range -> samples.isValid(schema, TextNode.valueOf(range))));
    }

    /** Lets every value of the parameter through in place of those that mean all. */
    private static void widen(ObjectNode filter, String fact, ObjectNode keywords) {
        List<JsonNode> all = all(keywords);
        if (!all.isEmpty()) {
            JsonNode one = filter.remove("is");
            ObjectNode choice = filter.putObject("oneOf");
            choice.putArray("$if")
                    .addObject()
                    .put("fact", fact)
                    .putArray("oneOf")
                    .addAll(all);
            ArrayNode each = choice.putArray("$then");
            keywords.path("enum").forEach(each::add);
            choice.putArray("$else").add(one);
        }
    }

    private static ObjectNode add(ArrayNode filters, String member, String operator, String fact) {
        return filters.addObject().put("fact", member).put(operator, "${" + fact + "}");
    }

    /** Returns the id, if a name is its own in replies or says of what it is: {@code account_id} in a list of accounts. */
    private static Optional<String> id(CollectionDraft draft, String name) {
        String wanted = Words.plain(name);
        String one = Words.plain(Words.singular(draft.word()));
        boolean shown = draft.idMember()
                .filter(member -> Words.plain(member).equals(wanted))
                .isPresent();
        return Optional.of("id").filter(id -> shown || wanted.equals(one + id));
    }

    /** Returns the member that a list of values is about: {@code accounts} and {@code accountIds} name accounts by their ids. */
    static Optional<String> named(CollectionDraft draft, String list) {
        String one = Words.singular(list);
        String bare = Words.ofParameter(one);
        String word = Words.plain(draft.word());
        boolean own = Words.plain(list).equals("ids") || word.startsWith(Words.plain(bare));
        return Stream.of(list, one, bare + "Id")
                .flatMap(name -> member(draft.first(), name).stream())
                .findFirst()
                .or(() -> own ? Optional.of("id") : Optional.empty());
    }

    private static Optional<String> member(JsonNode entry, String parameter) {
        String wanted = Words.plain(parameter);
        return entry.properties().stream()
                .filter(member -> member.getValue().isValueNode() && Literals.isFact(member.getKey()))
                .map(Map.Entry::getKey)
                .filter(member -> Words.plain(member).equals(wanted))
                .findFirst();
    }
}
