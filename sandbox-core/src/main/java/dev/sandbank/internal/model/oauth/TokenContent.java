package dev.sandbank.internal.model.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The audience and claims of one token, beyond those of its client and user.
 *
 * @param audience the audience; empty for the bank's own API
 * @param claims claims of its own; missing if there are none
 */
public record TokenContent(Audience audience, JsonNode claims) {

    public static TokenContent usual() {
        return new TokenContent(Audience.NONE, MissingNode.getInstance());
    }
}
