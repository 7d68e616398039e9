package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Facts;
import dev.sandbank.internal.model.Parameter;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.Timestamps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would be known about a call if it were made: the facts that rules and templates name. Immutable.
 *
 * @param world the bank, what its fixture sets, and when it is
 * @param client who calls
 * @param user for whom, or null
 * @param sketch what is asked
 * @param resources what it names, by the names of the dialect
 */
record Situation(World world, String client, @Nullable Entry user, Sketch sketch, Map<String, Entry> resources)
        implements Facts {

    private static final int DAY = "2031-03-03".length();
    private static final String SUBJECT = "subject";

    /** What holds for every call. */
    record World(Dialect dialect, Settings settings, Instant now) {}

    Situation {
        resources = Map.copyOf(resources);
    }

    @Override
    public @Nullable Object get(String name) {
        return switch (name) {
            case SUBJECT -> user == null ? client : user.id();
            case "client" -> client;
            case "now" -> Timestamps.text(world.now());
            case "today" -> Timestamps.text(world.now()).substring(0, DAY);
            default -> step(List.of(name.split("\\.", -1)));
        };
    }

    private @Nullable Object step(List<String> steps) {
        List<String> rest = steps.subList(1, steps.size());
        return switch (steps.get(0)) {
            case "body" -> Trees.get(sketch.body(), rest);
            case "parameter" -> parameter(String.join(".", rest));
            case "setting" -> world.settings().asTexts().get(String.join(".", rest));
            case SUBJECT -> user == null ? null : member(user, rest);
            default -> resources.containsKey(steps.get(0)) ? member(resources.get(steps.get(0)), rest) : null;
        };
    }

    private @Nullable Object parameter(String name) {
        String value = sketch.parameters().get(name);
        return value != null
                ? value
                : sketch.operation().parameters().stream()
                        .filter(parameter -> parameter.name().equals(name))
                        .map(Parameter::schema)
                        .filter(schema -> schema.has("default"))
                        .map(schema -> schema.get("default"))
                        .findFirst()
                        .orElse(null);
    }

    @Nullable
    Object member(@Nullable Entry entry, List<String> steps) {
        String name = String.join(".", steps);
        if (entry == null || name.equals("id") || name.equals("owner")) {
            return entry == null ? null : name.equals("id") ? entry.id() : entry.owner();
        }
        JsonNode own = Trees.get(entry.document(), steps);
        JsonNode template =
                world.dialect().collection(entry.collection()).defaults().get(name);
        if (own != null || template == null) {
            return own;
        }
        JsonNode filled =
                Templates.fill(template, other -> Trees.get(entry.document(), List.of(other.split("\\.", -1))));
        return filled.isMissingNode() ? null : filled;
    }

    Situation naming(String name, Entry entry) {
        Map<String, Entry> more = new LinkedHashMap<>(resources);
        more.putIfAbsent(name, entry);
        return new Situation(world, client, user, sketch, more);
    }

    /** The same, were a fact another; a missing value takes it away. */
    Situation with(String fact, JsonNode value) {
        List<String> steps = List.of(fact.split("\\.", -1));
        List<String> rest = steps.subList(1, steps.size());
        return switch (steps.get(0)) {
            case "body" -> asking(sketch.with(changed(sketch.body(), rest, value)));
            case "parameter" -> asking(changed(String.join(".", rest), value));
            case SUBJECT -> user == null ? this : of(changed(user, rest, value));
            default -> withResource(steps.get(0), rest, value);
        };
    }

    private Situation asking(Sketch other) {
        return new Situation(world, client, user, other, resources);
    }

    private Situation of(Entry other) {
        return new Situation(world, client, other, sketch, resources);
    }

    private Situation withResource(String name, List<String> rest, JsonNode value) {
        Entry entry = resources.get(name);
        if (entry == null) {
            return this;
        }
        Map<String, Entry> others = new LinkedHashMap<>(resources);
        others.put(name, changed(entry, rest, value));
        return new Situation(world, client, user, sketch, others);
    }

    private Sketch changed(String parameter, JsonNode value) {
        return value.isMissingNode() ? sketch.without(parameter) : sketch.with(parameter, value.asText());
    }

    private static Entry changed(Entry entry, List<String> steps, JsonNode value) {
        ObjectNode document = (ObjectNode) changed(entry.document(), steps, value);
        return new Entry(entry.collection(), entry.id(), entry.owner(), document, entry.createdAt(), entry.updatedAt());
    }

    private static JsonNode changed(JsonNode tree, List<String> steps, JsonNode value) {
        ObjectNode copy = tree instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        Trees.set(copy, steps, value);
        return copy;
    }
}
