package dev.sandbank.internal.init;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import dev.sandbank.internal.model.StatusPhrases;
import dev.sandbank.internal.model.Violation;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns an error of a description into a phrase: blanks where a refusal has a word of its own. */
final class ErrorForm {

    /**
     * What is known about the refusal that an error words.
     *
     * @param own whether the error is the bank's word for this very refusal, so that its texts stay
     * @param made whether the error is made up from a schema, so that it says nothing
     * @param code the one code of the bank's errors with this status; empty if it has none or several
     * @param facts the facts that such a refusal has beyond those of all
     * @param nouns words of entries: a text with one of them is about these only
     */
    record Known(boolean own, boolean made, String code, Set<String> facts, Set<String> nouns) {

        static Known nothing(boolean own) {
            return new Known(own, false, "", Set.of(), Set.of());
        }

        private boolean isSpecific(String text) {
            return Words.of(text).stream().map(Words::singular).anyMatch(nouns::contains);
        }
    }

    private final Samples replies;
    private final JsonNode schema;
    private final Known known;
    private String entity = "";

    ErrorForm(Samples replies, JsonNode schema, Known known) {
        this.replies = replies;
        this.schema = schema;
        this.known = known;
    }

    /** Returns a template that always gives a valid error; the sample itself, if no blank does. */
    JsonNode of(JsonNode sample) {
        entity = entity(sample);
        JsonNode template = form("", sample, schema, true);
        for (int tries = 0; tries < 8; tries++) {
            var wrong = replies.wrong(schema, Templates.fill(template, ErrorMembers.PLAUSIBLE::get));
            if (wrong.isEmpty()) {
                return template;
            }
            for (Violation violation : wrong) {
                restore(template, sample, violation.pointer());
            }
        }
        return Literals.of(sample);
    }

    /** Returns the entry that an example is about, if it says so in a member. */
    private static String entity(JsonNode sample) {
        return Stream.concat(
                        sample.properties().stream()
                                .filter(member -> "entity".equals(ErrorMembers.FACTS.get(Words.plain(member.getKey()))))
                                .map(member -> member.getValue().asText()),
                        sample.valueStream().filter(JsonNode::isContainerNode).map(ErrorForm::entity))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static void restore(JsonNode template, JsonNode sample, @Nullable String pointer) {
        if (pointer == null || pointer.isEmpty()) {
            return;
        }
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode holder = template.at(place.head());
        JsonNode value = sample.at(place);
        String name = place.last().getMatchingProperty();
        if (holder instanceof ObjectNode object && !value.isMissingNode()) {
            object.set(name, Literals.of(value));
        } else if (holder instanceof ArrayNode list
                && name.matches("[0-9]{1,4}")
                && Integer.parseInt(name) < list.size()) {
            list.set(Integer.parseInt(name), Literals.of(value));
        }
    }

    /** Returns a template for a part of the sample; a missing node if it is better left out. */
    private JsonNode form(String name, JsonNode sample, JsonNode said, boolean required) {
        String fact = ErrorMembers.FACTS.getOrDefault(Words.plain(name), "");
        if (sample instanceof ObjectNode object) {
            ObjectNode made = Samples.object();
            Shape shape = replies.shape(said);
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                String key = member.getKey();
                JsonNode part = key.startsWith("$")
                        ? MissingNode.getInstance()
                        : form(
                                key,
                                member.getValue(),
                                shape.property(key),
                                shape.required().contains(key));
                if (!part.isMissingNode()) {
                    made.set(key, part);
                }
            }
            return made.isEmpty() && !object.isEmpty() && !required ? MissingNode.getInstance() : made;
        }
        if (sample instanceof ArrayNode list) {
            return ErrorMembers.LISTS.contains(fact) ? listed(fact, list, required) : list(name, list, said, required);
        }
        return ErrorMembers.LISTS.contains(fact) || fact.isEmpty() || !sample.isTextual()
                ? blank(Words.plain(name), sample, replies.shape(said).keywords(), required)
                : fact(fact, required);
    }

    private JsonNode listed(String fact, ArrayNode sample, boolean required) {
        if (known.facts().contains(fact)) {
            return Literals.blank(fact);
        }
        return required ? sample.arrayNode() : MissingNode.getInstance();
    }

    private JsonNode list(String name, ArrayNode sample, JsonNode said, boolean required) {
        ArrayNode made = sample.arrayNode();
        if (!sample.isEmpty()) {
            JsonNode first = form(name, sample.get(0), replies.shape(said).items(), false);
            if (!first.isMissingNode()) {
                made.add(first);
            }
        }
        return made.isEmpty() && !sample.isEmpty() && !required ? MissingNode.getInstance() : made;
    }

    private JsonNode fact(String fact, boolean required) {
        boolean had = known.facts().contains(fact);
        if (!had && !required) {
            return MissingNode.getInstance();
        }
        return TextNode.valueOf(
                !had
                        ? ErrorMembers.NEUTRAL.getOrDefault(fact, "")
                        : required && !fact.equals("rule")
                                ? "${" + fact + " else '" + ErrorMembers.NEUTRAL.get(fact) + "'}"
                                : "${" + fact + "}");
    }

    private JsonNode blank(String name, JsonNode sample, JsonNode said, boolean required) {
        boolean chosen = said.has("enum") || said.has("const");
        if (sample.isIntegralNumber()
                && (ErrorMembers.STATUSES.contains(name) || name.equals("code"))
                && sample.asInt() >= 400
                && sample.asInt() < 600) {
            return Literals.blank("status");
        }
        if (!sample.isTextual() || chosen) {
            return Literals.of(sample);
        }
        String text = sample.textValue();
        String everybodys = fact(name, text);
        if (!everybodys.isEmpty()) {
            return TextNode.valueOf("${" + everybodys + "}");
        }
        return known.own() && !known.isSpecific(entity.isEmpty() ? text : text.replace(entity, " "))
                ? word(text)
                : neutral(name, text, required);
    }

    /** Returns the fact of every refusal that a member tells, or an empty text. */
    private static String fact(String name, String text) {
        if (ErrorMembers.MOMENT.matcher(text).matches()) {
            return "now";
        }
        if (ErrorMembers.IDS.contains(name)) {
            return "request-id";
        }
        if (name.equals("id") && ErrorMembers.UUID.matcher(text).matches()) {
            return "occurrence-id";
        }
        if (ErrorMembers.PATHS.contains(name)) {
            return "path";
        }
        if (ErrorMembers.STATUSES.contains(name) && text.matches("[45][0-9]{2}")) {
            return "status";
        }
        return StatusPhrases.has(text) ? "status-phrase" : "";
    }

    /** Returns a word of the bank's own, in which the name of an entry is that of the one in question. */
    private JsonNode word(String text) {
        JsonNode literal = Literals.of(TextNode.valueOf(text));
        return entity.isEmpty()
                ? literal
                : TextNode.valueOf(literal.asText()
                        .replaceAll("\\b" + Pattern.quote(entity) + "\\b", "\\${entity else 'resource'}"));
    }

    private JsonNode neutral(String name, String text, boolean required) {
        if (ErrorMembers.TITLES.contains(name)) {
            return Literals.blank("status-phrase");
        }
        boolean sentence = text.contains(" ");
        if (ErrorMembers.CODES.contains(name)
                && !sentence
                && !known.made()
                && text.equals(known.code())
                && !known.isSpecific(text)) {
            return Literals.of(TextNode.valueOf(text));
        }
        if (ErrorMembers.CODES.contains(name) && text.matches("https?://.*")) {
            return TextNode.valueOf("about:blank");
        }
        if (ErrorMembers.CODES.contains(name) && !sentence) {
            return Literals.blank("reason");
        }
        if (ErrorMembers.MESSAGES.contains(name)) {
            return Literals.blank("detail");
        }
        return !known.made() && !known.isSpecific(text)
                ? Literals.of(TextNode.valueOf(text))
                : required ? Literals.blank("detail") : MissingNode.getInstance();
    }
}
