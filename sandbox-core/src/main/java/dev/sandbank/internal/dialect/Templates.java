package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.model.operation.Condition;
import dev.sandbank.internal.model.operation.Expression;
import dev.sandbank.internal.model.operation.Facts;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Fills the blanks of a template, see {@link Expression}. A text that is exactly one blank becomes its value, with its
 * own JSON type; in a longer text the value is written as text; if a value is absent, its member is left out.
 */
public final class Templates {

    /** The member that makes an object in a template conditional: one of two values is used. */
    public static final String IF = "$if";

    private static final String THEN = "$then";
    private static final String ELSE = "$else";
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build();

    private Templates() {}

    /** Fills the blanks of a template. */
    public static JsonNode fill(JsonNode template, Facts facts) {
        if (template.isTextual()) {
            return template.textValue().contains("${") ? text(template, facts) : template;
        }
        if (template.isObject()) {
            return object(template, facts);
        }
        return template.isArray() ? array(template, facts) : template;
    }

    /** Returns the facts that the blanks of a template name. */
    public static Stream<String> names(JsonNode template) {
        return template.isTextual()
                ? Expression.in(template.textValue()).stream().flatMap(Expression::names)
                : StreamSupport.stream(template.spliterator(), false).flatMap(Templates::names);
    }

    /** Returns a header's value; empty if one of its facts is absent. */
    public static Optional<String> fill(String template, Facts facts) {
        StringBuilder text = new StringBuilder();
        Matcher blank = Expression.BLANK.matcher(template);
        while (blank.find()) {
            Object fact = Expression.read(blank.group(1)).value(facts);
            if (fact == null || fact instanceof NullNode) {
                return Optional.empty();
            }
            String written = fact instanceof JsonNode node ? node.asText() : fact.toString();
            blank.appendReplacement(text, Matcher.quoteReplacement(written));
        }
        return Optional.of(blank.appendTail(text).toString());
    }

    private static JsonNode text(JsonNode template, Facts facts) {
        Expression blank = Expression.alone(template.textValue());
        if (blank == null) {
            return fill(template.textValue(), facts)
                    .<JsonNode>map(TextNode::valueOf)
                    .orElseGet(MissingNode::getInstance);
        }
        Object fact = blank.value(facts);
        return fact instanceof JsonNode node ? node.deepCopy() : tree(fact);
    }

    /** Fills a template without copying the facts, for read-only use. */
    static JsonNode look(JsonNode template, Facts facts) {
        Expression blank = template.isTextual() ? Expression.alone(template.textValue()) : null;
        return blank == null ? fill(template, facts) : tree(blank.value(facts));
    }

    private static JsonNode tree(@Nullable Object fact) {
        if (fact == null) {
            return MissingNode.getInstance();
        }
        if (fact instanceof String text) {
            return TextNode.valueOf(text);
        }
        return fact instanceof JsonNode node ? node : JSON.valueToTree(fact);
    }

    /** Converts a list to JSON, and returns everything else as it is. */
    static @Nullable Object node(@Nullable Object fact) {
        return fact instanceof Collection<?> list ? JSON.valueToTree(list) : fact;
    }

    private static JsonNode object(JsonNode template, Facts facts) {
        if (template.has(IF)) {
            boolean holds = new Conditions(facts, facts).hold(Condition.all(template.path(IF)));
            return fill(template.path(holds ? THEN : ELSE), facts);
        }
        ObjectNode filled = JSON.createObjectNode();
        template.properties().forEach(member -> {
            JsonNode value = fill(member.getValue(), facts);
            if (!value.isMissingNode()) {
                filled.set(member.getKey(), value);
            }
        });
        return filled;
    }

    private static JsonNode array(JsonNode template, Facts facts) {
        ArrayNode filled = JSON.createArrayNode();
        template.forEach(element -> {
            JsonNode value = fill(element, facts);
            if (!value.isMissingNode()) {
                filled.add(value);
            }
        });
        return filled;
    }
}
