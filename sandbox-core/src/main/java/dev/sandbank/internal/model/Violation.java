package dev.sandbank.internal.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One error in the input of a call.
 *
 * @param property the parameter or member at fault
 * @param rule the JSON Schema keyword it breaks, such as {@code required} or {@code type}
 * @param ruleParams what the rule asked for; empty if the rule alone says it
 * @param message a sentence for people
 * @param pointer the JSON Pointer to the member of the content at fault, or null
 */
public record Violation(
        String property,
        String rule,
        Map<String, Object> ruleParams,
        String message,
        @Nullable String pointer) {

    /** Makes one that is not about a member of the content. */
    public Violation(String property, String rule, Map<String, Object> ruleParams, String message) {
        this(property, rule, ruleParams, message, null);
    }

    /** Returns the facts for callers; people read the message elsewhere. */
    public Map<String, Object> facts() {
        return ruleParams.isEmpty()
                ? Map.of("property", property, "rule", rule)
                : Map.of("property", property, "rule", rule, "ruleParams", ruleParams);
    }

    /** Returns the place, as far as it is known: {@code property} and {@code pointer}. */
    public Map<String, Object> place() {
        Map<String, Object> place = new HashMap<>();
        if (!property.isEmpty()) {
            place.put("property", property);
        }
        if (pointer != null) {
            place.put("pointer", pointer);
        }
        return place;
    }
}
