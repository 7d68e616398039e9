package dev.sandbank.internal.denial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.Decision.Gate;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bank answered to a rehearsed call.
 *
 * @param gate the gate that refused it; empty if it is allowed
 * @param reason the refusal's key, such as {@code scope-missing}; empty if it is allowed
 * @param phrase the key of the bank's phrase for it, often the same; empty if it is allowed
 * @param status the HTTP status
 * @param code the bank's own code for it, out of the body; empty if it is allowed, or its bodies have none
 */
public record Answer(String gate, String reason, String phrase, int status, String code) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param pointer where in a body the bank's code is, or null if there is none */
    static Answer of(DecidedReply answered, @Nullable String pointer) {
        int status = answered.reply().status();
        return answered.refused()
                .map(why -> refused(why, last(answered.decision().gates()), status, code(answered, pointer)))
                .orElseGet(() -> new Answer("", "", "", status, ""));
    }

    private static Answer refused(Refusal why, String gate, int status, String code) {
        return new Answer(gate, why.key(), why.phrase(), status, code);
    }

    private static String last(List<Gate> gates) {
        return gates.get(gates.size() - 1).name();
    }

    /** The token server has codes of its own (RFC 6749 §5.2). */
    private static String code(DecidedReply answered, @Nullable String pointer) {
        JsonNode body = json(answered.reply().body());
        JsonNode own = pointer == null ? MissingNode.getInstance() : body.at(pointer);
        boolean protocol = answered.refused().orElseThrow() instanceof Refusal.ProtocolError;
        return (protocol && own.isMissingNode() ? body.path("error") : own).asText("");
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException page) {
            return MissingNode.getInstance();
        }
    }

    boolean allowed() {
        return gate.isEmpty();
    }
}
