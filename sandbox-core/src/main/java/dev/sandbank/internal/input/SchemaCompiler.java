package dev.sandbank.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import dev.sandbank.internal.model.operation.Components;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles schemas that refer to shared ones: each shared schema once, when the first value reaches it, however many
 * refer to it.
 */
final class SchemaCompiler {

    private static final String REFERENCE = "$ref";

    /** Keywords that change what references mean. */
    private static final Set<String> NAMING =
            Set.of("$id", "$schema", "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveAnchor", "$recursiveRef");

    private final SchemaRegistry registry;
    private final Components components;
    private final @Nullable Schema shared;
    private int count;

    SchemaCompiler(SchemaRegistry registry, Components components) {
        this.registry = registry;
        this.components = components;
        this.shared = components.schemas().values().stream().allMatch(SchemaCompiler::refersOnlyToShared)
                ? registry.getSchema(components.whole(JsonNodeFactory.instance.objectNode()))
                : null;
    }

    Schema compile(JsonNode schema) {
        if (shared == null || !refersOnlyToShared(schema)) {
            return registry.getSchema(components.whole(schema));
        }
        return shared.getSchemaContext()
                .newSchema(shared.getSchemaLocation().append("checked").append(count++), schema, shared);
    }

    /** Whether a schema means the same beside the shared ones as it does as a document of its own. */
    private static boolean refersOnlyToShared(JsonNode part) {
        for (Map.Entry<String, JsonNode> member : part.properties()) {
            String text = member.getValue().asText();
            boolean usual = !member.getKey().equals(REFERENCE) || text.isEmpty() || text.startsWith(Components.SCHEMAS);
            if (!usual || NAMING.contains(member.getKey()) || !refersOnlyToShared(member.getValue())) {
                return false;
            }
        }
        return !part.isArray() || part.valueStream().allMatch(SchemaCompiler::refersOnlyToShared);
    }
}
