package dev.sandbank.internal.oidc.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.oauth.OAuthCause;

/** The refusals of the token endpoint (RFC 6749 §5.2) and the body that says them. */
public final class OAuthError {

    private static final int LONGEST = 60;

    private OAuthError() {}

    /** A refusal of which the reply says all that is known. */
    public static <C> Verdict<C> refuse(OAuthCause cause, String said) {
        return refuse(cause, said, said);
    }

    /**
     * A refusal of which the decision tells more than the reply.
     *
     * @param detail what the decision tells, without any secret
     */
    public static <C> Verdict<C> refuse(OAuthCause cause, String said, String detail) {
        return Verdict.refuse(new ProtocolError(cause, said, detail));
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

    /** Client authentication failed; the reply never tells whether the client exists, nor what was wrong. */
    public static <C> Verdict<C> invalidClient(OAuthCause cause, String detail) {
        return refuse(cause, "Client authentication failed", detail);
    }

    /**
     * An error as replies tell it.
     *
     * @param error its code
     * @param said its description
     * @param status the HTTP status
     */
    public record Failure(String error, String said, int status) {}

    public static Reply say(ProtocolError error, String realm) {
        return say(
                new Failure(error.cause().error(), error.said(), error.cause().status()), realm);
    }

    public static Reply say(Failure failure, String realm) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", failure.error()).put("error_description", failure.said());
        Reply reply = Replies.uncached(Reply.of(failure.status(), "application/json", body.toString()));
        return failure.status() == 401 ? reply.withHeader("WWW-Authenticate", "Basic realm=\"" + realm + '"') : reply;
    }

    /** What a caller sent, safe in a sentence: RFC 6749 §5.2 allows only some ASCII in a description. */
    public static String quoted(String text) {
        String safe = text.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "?");
        return "'" + (safe.length() > LONGEST ? safe.substring(0, LONGEST) + "..." : safe) + "'";
    }
}
