package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/**
 * What a user in a state other than active is refused.
 *
 * @param methods the guarded calls that are refused: "all", "writes" or "none", or the methods themselves
 * @param tokens the tokens: "refused" (no sign-in, no refresh, inactive) or "stay"
 * @param refuse the phrase of the refusal
 */
public record StateRule(JsonNode methods, String tokens, String refuse) {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    public StateRule {
        tokens = tokens == null ? "stay" : tokens;
        refuse = refuse == null ? "subject-blocked" : refuse;
    }

    /** Returns the rule of a bank that does not say: no call and no token. */
    static StateRule strictest() {
        return new StateRule(TextNode.valueOf("all"), "refused", "subject-blocked");
    }

    /** Whether the token server refuses such a user, too. */
    public boolean coversTokens() {
        return tokens.equals("refused");
    }

    public boolean covers(String method) {
        return switch (methods.asText()) {
            case "all" -> true;
            case "writes" -> !READS.contains(method);
            default -> names(method);
        };
    }

    private boolean names(String method) {
        String asked = method.equals("HEAD") ? "GET" : method;
        for (JsonNode named : methods) {
            if (named.asText().equals(asked)) {
                return true;
            }
        }
        return false;
    }
}
