package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes entries of one collection differ, so that filters and sorting show something; each stays valid. */
final class Variety {

    private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(T.*)?");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}[.][0-9]{1,30}");
    private static final Pattern PLACEHOLDER = Pattern.compile("example|string|text");
    private static final int DEEPEST = 3;
    private static final int MOST_ELEMENTS = 20;

    private final Samples replies;

    Variety(Samples replies) {
        this.replies = replies;
    }

    /**
     * Returns the members of an entry.
     *
     * @param members the members that replies show
     * @param seen what replies show, with its schemas
     * @param number which entry it is, from 0
     */
    ObjectNode of(ObjectNode members, List<Seen> seen, int number) {
        ObjectNode all = members.deepCopy();
        members.properties()
                .forEach(member -> all.set(member.getKey(), other(member.getKey(), member.getValue(), seen, number)));
        if (isValid(all, seen)) {
            return all;
        }
        ObjectNode some = members.deepCopy();
        members.properties().forEach(member -> {
            some.set(member.getKey(), all.get(member.getKey()));
            if (!isValid(some, seen)) {
                some.set(member.getKey(), member.getValue());
            }
        });
        return some;
    }

    /** Returns members of which one text differs at least, for what is known by nothing but what it says. */
    ObjectNode apart(ObjectNode members, List<Seen> seen, int number) {
        ObjectNode made = members.deepCopy();
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            String text = member.getValue().asText();
            for (String end : List.of(" " + (number + 1), String.valueOf(number + 1))) {
                made.put(member.getKey(), text + end);
                if (member.getValue().isTextual() && isValid(made, seen)) {
                    return made;
                }
            }
            made.set(member.getKey(), member.getValue());
        }
        return made;
    }

    /** Whether replies may show an entry with these members. */
    boolean isValid(ObjectNode members, List<Seen> seen) {
        return seen.stream().allMatch(each -> {
            ObjectNode shown = each.shown().deepCopy();
            members.properties().stream()
                    .filter(member -> shown.has(member.getKey()))
                    .forEach(member -> shown.set(member.getKey(), member.getValue()));
            return replies.isValid(each.schema(), shown);
        });
    }

    /** Returns what the schema of a reply says of a member of the entry that it shows. */
    JsonNode keywords(Seen seen, String member) {
        return replies.shape(replies.shape(seen.schema()).property(member)).keywords();
    }

    /**
     * An entry as a reply shows it.
     *
     * @param schema its schema
     */
    record Seen(ObjectNode shown, JsonNode schema) {}

    private JsonNode other(String name, JsonNode value, List<Seen> seen, int number) {
        Shape shape = seen.stream()
                .map(each -> replies.shape(each.schema()).property(name))
                .filter(schema -> !schema.isMissingNode())
                .findFirst()
                .map(replies::shape)
                .orElseGet(() -> replies.shape(Samples.object()));
        return other(name, value, shape, number, 0);
    }

    private JsonNode other(String name, JsonNode value, Shape shape, int number, int depth) {
        List<JsonNode> choices = shape.keywords()
                .path("enum")
                .valueStream()
                .filter(choice -> !choice.isNull())
                .toList();
        if (choices.contains(value)) {
            return choices.get((choices.indexOf(value) + number) % choices.size());
        }
        if (value instanceof ObjectNode object && depth < DEEPEST) {
            ObjectNode made = object.deepCopy();
            object.properties()
                    .forEach(member -> made.set(
                            member.getKey(),
                            other(
                                    member.getKey(),
                                    member.getValue(),
                                    replies.shape(shape.property(member.getKey())),
                                    number,
                                    depth + 1)));
            return made;
        }
        if (value instanceof ArrayNode list && depth < DEEPEST && list.size() <= MOST_ELEMENTS) {
            Shape element = replies.shape(shape.items());
            ArrayNode made = list.arrayNode();
            list.forEach(each -> made.add(other(name, each, element, number, depth + 1)));
            return made;
        }
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return LongNode.valueOf(value.longValue() + number);
        }
        if (value.isNumber()) {
            return DecimalNode.valueOf(times(value.decimalValue(), number));
        }
        if (value.isBoolean()) {
            return BooleanNode.valueOf(value.booleanValue() == (number % 2 == 0));
        }
        return value.isTextual() ? TextNode.valueOf(text(name, value.textValue(), number)) : value;
    }

    private static String text(String name, String text, int number) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return later(text, number);
        }
        if (AMOUNT.matcher(text).matches()) {
            return times(new BigDecimal(text), number).toPlainString();
        }
        if (PLACEHOLDER.matcher(text).matches()) {
            return Words.capital(String.join(" ", Words.of(name))) + " " + (number + 1);
        }
        return number > 0 && text.contains(" ") ? text + " " + (number + 1) : text;
    }

    private static BigDecimal times(BigDecimal value, int number) {
        return value.signum() == 0
                ? value.add(BigDecimal.valueOf(number))
                : value.multiply(BigDecimal.valueOf(number + 1L));
    }

    private static String later(String moment, int days) {
        try {
            return LocalDate.parse(moment.substring(0, 10)).plusDays(days) + moment.substring(10);
        } catch (DateTimeException invalid) {
            return moment;
        }
    }
}
