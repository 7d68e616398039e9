package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills the blanks of a reply. One rule: a text that is exactly <code>${name}</code> becomes that fact, with its own JSON
 * type; a fact that is not there takes its member along.
 */
public final class Templates {

    private static final Pattern BLANK = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build();

    private Templates() {}

    /** A template with its blanks filled. */
    public static JsonNode fill(JsonNode template, Function<String, @Nullable Object> facts) {
        if (template.isTextual()) {
            return text(template, facts);
        }
        if (template.isObject()) {
            return object(template, facts);
        }
        return template.isArray() ? array(template, facts) : template;
    }

    /** A header's value, or nothing if its fact is not there. */
    public static Optional<String> fill(String template, Function<String, @Nullable Object> facts) {
        Matcher blank = BLANK.matcher(template);
        return blank.matches()
                ? Optional.ofNullable(facts.apply(blank.group(1))).map(Object::toString)
                : Optional.of(template);
    }

    private static JsonNode text(JsonNode template, Function<String, @Nullable Object> facts) {
        Matcher blank = BLANK.matcher(template.textValue());
        if (!blank.matches()) {
            return template;
        }
        Object fact = facts.apply(blank.group(1));
        return fact == null ? MissingNode.getInstance() : JSON.valueToTree(fact);
    }

    private static JsonNode object(JsonNode template, Function<String, @Nullable Object> facts) {
        ObjectNode filled = JSON.createObjectNode();
        template.properties().forEach(member -> {
            JsonNode value = fill(member.getValue(), facts);
            if (!value.isMissingNode()) {
                filled.set(member.getKey(), value);
            }
        });
        return filled;
    }

    private static JsonNode array(JsonNode template, Function<String, @Nullable Object> facts) {
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
