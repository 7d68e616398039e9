package dev.sandbank.internal.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must come of a call.
 *
 * @param status the HTTP status
 * @param refusal why it is refused, as the journal names it; empty if it is to be allowed
 * @param gate the gate that refuses it; empty if that is left open
 * @param headers header fields that the reply must have
 * @param body what its content must say; it may say more
 * @param exactBody all that its content must say
 * @param members the names that its content must have, in this order, and no other
 */
record Expectation(
        int status,
        String refusal,
        String gate,
        Map<String, String> headers,
        @Nullable JsonNode body,
        @Nullable JsonNode exactBody,
        @Nullable List<String> members) {

    Expectation(
            int status,
            @Nullable String refusal,
            @Nullable String gate,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode body,
            @Nullable JsonNode exactBody,
            @Nullable List<String> members) {
        this.status = status;
        this.refusal = Objects.requireNonNullElse(refusal, "");
        this.gate = Objects.requireNonNullElse(gate, "");
        this.headers = Objects.requireNonNullElse(headers, Map.of());
        this.body = body;
        this.exactBody = exactBody;
        this.members = members;
    }
}
