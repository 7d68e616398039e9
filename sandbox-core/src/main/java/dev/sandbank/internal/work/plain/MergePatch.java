package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON Merge Patch (RFC 7396 §2). */
public final class MergePatch {

    private MergePatch() {}

    public static void apply(ObjectNode target, JsonNode patch) {
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                target.remove(member.getKey());
            } else if (value.isObject()) {
                JsonNode known = target.path(member.getKey());
                ObjectNode inner = known.isObject() ? (ObjectNode) known : target.putObject(member.getKey());
                apply(inner, value);
            } else {
                target.set(member.getKey(), value);
            }
        }
    }
}
