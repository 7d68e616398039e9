package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of a bank as a fixture has them, defaults filled in. */
public record Settings(Map<String, JsonNode> values) {

    public Duration duration(String name) {
        return Duration.parse(text(name));
    }

    public String text(String name) {
        return get(name).asText();
    }

    /** Returns the text of a setting that not every bank has. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(JsonNode::asText);
    }

    public boolean flag(String name) {
        return get(name).asBoolean();
    }

    public int number(String name) {
        return get(name).asInt();
    }

    /** Returns the elements of a list. */
    public List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        get(name).forEach(element -> all.add(element.asText()));
        return all;
    }

    /** Returns a list or an object. */
    public JsonNode tree(String name) {
        return get(name);
    }

    /** Returns all settings as texts, for templates. */
    public Map<String, Object> asTexts() {
        Map<String, Object> texts = new HashMap<>();
        values.forEach((name, value) -> texts.put(name, value.asText()));
        return texts;
    }

    private JsonNode get(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the dialect declares no setting " + name);
        }
        return value;
    }
}
