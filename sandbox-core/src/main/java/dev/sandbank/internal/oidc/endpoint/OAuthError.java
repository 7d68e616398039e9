package dev.sandbank.internal.oidc.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;

/** The refusals of the token endpoint (RFC 6749 §5.2) and the body that says them. */
public final class OAuthError {

    private static final int LONGEST = 60;

    private OAuthError() {}

    public static <C> Verdict<C> invalidRequest(String detail) {
        return error("invalid_request", detail, 400);
    }

    /** Client authentication failed; the words never tell whether the client exists. */
    public static <C> Verdict<C> invalidClient(String detail) {
        return error("invalid_client", detail, 401);
    }

    public static <C> Verdict<C> unauthorizedClient(String detail) {
        return error("unauthorized_client", detail, 400);
    }

    public static <C> Verdict<C> unsupportedGrantType(String detail) {
        return error("unsupported_grant_type", detail, 400);
    }

    public static <C> Verdict<C> invalidScope(String detail) {
        return error("invalid_scope", detail, 400);
    }

    public static <C> Verdict<C> invalidGrant(String detail) {
        return error("invalid_grant", detail, 400);
    }

    /** Any other error that goes back to the client through the browser. */
    public static <C> Verdict<C> named(String error, String detail) {
        return error(error, detail, 400);
    }

    /** What an endpoint that fails with a status, for no reason of its own, says. */
    public static String of(int status) {
        return switch (status) {
            case 401 -> "invalid_client";
            case 403 -> "access_denied";
            case 429, 502, 503, 504 -> "temporarily_unavailable";
            default -> status < 500 ? "invalid_request" : "server_error";
        };
    }

    private static <C> Verdict<C> error(String error, String detail, int status) {
        return Verdict.refuse(new ProtocolError(error, detail, status));
    }

    public static Reply say(ProtocolError error, String realm) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error.error()).put("error_description", error.detail());
        Reply reply = Replies.uncached(Reply.of(error.status(), "application/json", body.toString()));
        return error.status() == 401 ? reply.withHeader("WWW-Authenticate", "Basic realm=\"" + realm + '"') : reply;
    }

    /** What a caller sent, safe in a sentence: RFC 6749 §5.2 allows only some ASCII in a description. */
    public static String quoted(String text) {
        String safe = text.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "?");
        return "'" + (safe.length() > LONGEST ? safe.substring(0, LONGEST) + "..." : safe) + "'";
    }
}
