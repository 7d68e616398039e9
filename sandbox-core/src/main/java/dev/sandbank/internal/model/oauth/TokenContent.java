package dev.sandbank.internal.model.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What one token says besides what follows from its client and user.
 *
 * @param audience whom it is for, or none for the bank's own API
 * @param claims claims of its own, or nothing
 */
public record TokenContent(Audience audience, JsonNode claims) {

    public static TokenContent usual() {
        return new TokenContent(Audience.NONE, MissingNode.getInstance());
    }
}
