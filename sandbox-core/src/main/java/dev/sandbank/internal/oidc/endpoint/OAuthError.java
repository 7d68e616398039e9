package dev.sandbank.internal.oidc.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.oauth.OAuthCause;

/** Makes the refusals of the token endpoint (RFC 6749 §5.2) and their replies. */
public final class OAuthError {

    private static final int LONGEST = 60;

    private OAuthError() {}

    /** A refusal whose reply says the same as the decision. */
    public static <C> Verdict<C> refuse(OAuthCause cause, String said) {
        return refuse(cause, said, said);
    }

    /**
     * A refusal whose decision says more than the reply.
     *
     * @param detail the text of the decision, without any secret
     */
    public static <C> Verdict<C> refuse(OAuthCause cause, String said, String detail) {
        return Verdict.refuse(new ProtocolError(cause, said, detail));
    }

    /** The error code for a status with which an endpoint fails on purpose. */
    public static String of(int status) {
        return switch (status) {
            case 401 -> "invalid_client";
            case 403 -> "access_denied";
            case 429, 502, 503, 504 -> "temporarily_unavailable";
            default -> status < 500 ? "invalid_request" : "server_error";
        };
    }

    /** Client authentication failed. The reply never says whether the client exists, or what was wrong. */
    public static <C> Verdict<C> invalidClient(OAuthCause cause, String detail) {
        return refuse(cause, "Client authentication failed", detail);
    }

    /**
     * An error as a reply says it.
     *
     * @param error the error code
     * @param said the description
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

    /** Quotes what a caller sent, so that it is safe in a sentence: RFC 6749 §5.2 allows only some ASCII in a description. */
    public static String quoted(String text) {
        String safe = text.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "?");
        return "'" + (safe.length() > LONGEST ? safe.substring(0, LONGEST) + "..." : safe) + "'";
    }
}
