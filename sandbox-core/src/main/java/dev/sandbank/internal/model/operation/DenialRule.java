package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A denial of an operation that the dialect declares, because it cannot be derived from other rules.
 *
 * @param name in words; by default the phrase's name
 * @param refuse the phrase of the refusal
 * @param reason the refusal's key; by default the phrase's name
 * @param gate the gate that refuses
 * @param where settings under which it happens: a value, or several, one of which is enough
 * @param parameters values of the call's parameters, as templates; null leaves one out
 * @param body a patch for the content (RFC 7396), as a template
 * @param state changes in the sandbox before the call
 * @param unarranged why this denial cannot be arranged; null if it can
 */
public record DenialRule(
        String name,
        String refuse,
        String reason,
        String gate,
        Map<String, JsonNode> where,
        Map<String, JsonNode> parameters,
        JsonNode body,
        List<Edit> state,
        @Nullable String unarranged) {

    public DenialRule {
        name = name == null ? refuse : name;
        reason = reason == null ? refuse : reason;
        gate = gate == null ? GateName.RULES.word() : gate;
        where = Defaults.orEmpty(where);
        parameters = Defaults.orEmpty(parameters);
        body = body == null ? MissingNode.getInstance() : body;
        state = Defaults.orEmpty(state);
    }

    /** Whether it is brought about by state, with an unchanged call. */
    public boolean isOfState() {
        return parameters.isEmpty() && body.isMissingNode();
    }

    /**
     * A change of one entry.
     *
     * @param in the collection
     * @param id the entry's id, as a template
     * @param set a patch for it (RFC 7396), as a template; a missing entry is created
     * @param gone whether to remove it instead
     */
    public record Edit(String in, String id, JsonNode set, boolean gone) {
        public Edit {
            set = set == null ? MissingNode.getInstance() : set;
        }
    }

    /** Whether it happens under these settings. */
    public boolean holds(Map<String, JsonNode> settings) {
        return where.entrySet().stream().allMatch(setting -> {
            JsonNode own = settings.get(setting.getKey());
            return own != null
                    && elements(setting.getValue())
                            .anyMatch(one -> elements(own).anyMatch(one::equals));
        });
    }

    private static Stream<JsonNode> elements(JsonNode value) {
        return value.isArray() ? value.valueStream() : Stream.of(value);
    }

    /** Returns the gate that refuses. */
    public GateName at() {
        return GateName.of(gate).orElseThrow();
    }
}
