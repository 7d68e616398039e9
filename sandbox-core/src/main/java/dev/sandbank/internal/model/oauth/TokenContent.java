package dev.sandbank.internal.model.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * What one token says besides what follows from its client and user.
 *
 * @param audience the resources that it is for (RFC 8707), or none for what its client's tokens are for
 * @param claims claims of its own, or nothing
 */
public record TokenContent(List<String> audience, JsonNode claims) {

    public static TokenContent usual() {
        return new TokenContent(List.of(), MissingNode.getInstance());
    }

    public TokenContent withClaims(JsonNode own) {
        return new TokenContent(audience, own);
    }
}
