package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way in which an operation is refused, told by the dialect because it follows from nothing else there.
 *
 * @param name in words; by default the phrase's name
 * @param refuse the phrase of the refusal
 * @param reason the refusal's key; by default the phrase's name
 * @param gate the gate that refuses
 * @param where the settings without which it does not happen: a value, or several of which one is enough
 * @param parameters what the call's parameters are, as templates; null for one that is left out
 * @param body what is merged into the content (RFC 7396), as a template
 * @param state what is changed in the sandbox before
 * @param unarranged why this denial is not arranged; null if it is
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

    /** Whether the call itself is as it would be otherwise. */
    public boolean isOfState() {
        return parameters.isEmpty() && body.isMissingNode();
    }

    /**
     * A change of one entry.
     *
     * @param in the collection
     * @param id the entry's id, as a template
     * @param set what is merged into it (RFC 7396), as a template; an entry that is not there is made
     * @param gone whether it is taken away instead
     */
    public record Edit(String in, String id, JsonNode set, boolean gone) {
        public Edit {
            set = set == null ? MissingNode.getInstance() : set;
        }
    }

    /** The gate that refuses. */
    public GateName at() {
        return GateName.of(gate).orElseThrow();
    }
}
