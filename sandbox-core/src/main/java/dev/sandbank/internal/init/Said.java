package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A value that a call of a list can say: in a parameter of the query, perhaps as a member of one that is an object, or
 * in a member of the content.
 *
 * @param holder what the object is called that has it as a member, or an empty text
 * @param name what it is called
 * @param fact its fact, such as {@code body.query.status}
 * @param schema its schema
 */
record Said(String holder, String name, String fact, JsonNode schema) {

    private static final int DEEPEST = 5;
    private static final int MOST = 500;

    /** Members of content that narrow nothing, whatever they hold. */
    private static final Set<String> OTHERS =
            Set.of("sort", "order", "orderby", "sorting", "include", "fields", "expand");

    /** The members of a parameter for days or moments that names none of them. */
    private static final List<String> COMPARED = List.of("gt", "gte", "lt", "lte", "eq");

    /** Members that say that a value is equal to that of entries. */
    private static final Set<String> EQUAL =
            Set.of("exact", "eq", "equals", "equal", "is", "in", "any", "anyof", "value", "values");

    /**
     * Returns what the query can say.
     *
     * @param parameters the parameters of the list, as a dialect writes them
     * @param taken those that have another meaning
     */
    static List<Said> inQuery(JsonNode parameters, Collection<String> taken, Samples samples) {
        List<Said> all = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            Shape shape = samples.shape(parameter.path("schema"));
            boolean usable = parameter.path("in").asText().equals("query")
                    && !taken.contains(name)
                    && Literals.isParameter(name);
            JsonNode others = shape.keywords().path("additionalProperties");
            if (usable
                    && shape.isObject()
                    && !OTHERS.contains(Words.plain(name))
                    && !shape.properties().isEmpty()) {
                within(shape, name, "parameter." + name, 1, samples, all);
            } else if (usable
                    && samples.shape(others).keywords().path("format").asText().startsWith("date")) {
                COMPARED.forEach(word -> all.add(new Said(name, word, "parameter." + name + "." + word, others)));
            } else if (usable) {
                all.add(new Said("", name, "parameter." + name, parameter.path("schema")));
            }
        }
        return all;
    }

    /** Returns what the content can say. */
    static List<Said> inContent(Shape content, Collection<String> taken, Samples samples) {
        List<Said> all = new ArrayList<>();
        within(content, "", "body", DEEPEST, samples, all);
        all.removeIf(said -> taken.contains(said.pointer()));
        return all;
    }

    private static void within(Shape shape, String holder, String fact, int depth, Samples samples, List<Said> all) {
        shape.properties().forEach((name, schema) -> {
            Shape inner = samples.shape(schema);
            String place = fact + "." + name;
            boolean whole = !inner.isObject()
                    || inner.properties().isEmpty()
                    || depth == 1
                    || OTHERS.contains(Words.plain(name));
            if (Literals.isFact(name) && all.size() < MOST && whole) {
                all.add(new Said(holder, name, place, schema));
            } else if (Literals.isFact(name) && all.size() < MOST) {
                within(inner, name, place, depth - 1, samples, all);
            }
        });
    }

    /** Returns the ways to read its name: {@code filter[status]} may say a status, {@code created: {start_at}} when. */
    Stream<String> names() {
        int bracket = name.lastIndexOf('[');
        Optional<String> operator = holder.isEmpty() ? Optional.empty() : Bound.bare(name);
        boolean equal = !holder.isEmpty() && EQUAL.contains(Words.plain(name));
        Stream<String> ofHolder = equal ? Stream.of(holder) : operator.map(word -> holder + "-" + word).stream();
        Stream<String> own = bracket < 0
                ? Stream.of(name)
                : Stream.of(
                        name.endsWith("[]") ? name.substring(0, bracket) : name,
                        name.substring(bracket + 1).replace("]", ""));
        return operator.isPresent() && Bound.isOfTime(holder) ? ofHolder : Stream.concat(ofHolder, own);
    }

    /** Returns the place in the content, or an empty text for a parameter. */
    String pointer() {
        return fact.startsWith("body.") ? fact.substring("body".length()).replace('.', '/') : "";
    }
}
