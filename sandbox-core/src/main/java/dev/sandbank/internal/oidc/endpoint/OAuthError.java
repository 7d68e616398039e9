package dev.sandbank.internal.oidc.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.OAuthCause;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;

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

    /** Client authentication failed; the reply never tells whether the client exists, nor what was wrong. */
    public static <C> Verdict<C> invalidClient(OAuthCause cause, String detail) {
        return refuse(cause, "Client authentication failed", detail);
    }

    public static Reply say(ProtocolError error, String realm) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error.cause().error()).put("error_description", error.said());
        Reply reply = Replies.uncached(Reply.of(error.cause().status(), "application/json", body.toString()));
        return error.cause().status() == 401
                ? reply.withHeader("WWW-Authenticate", "Basic realm=\"" + realm + '"')
                : reply;
    }

    /** What a caller sent, safe in a sentence: RFC 6749 §5.2 allows only some ASCII in a description. */
    public static String quoted(String text) {
        String safe = text.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "?");
        return "'" + (safe.length() > LONGEST ? safe.substring(0, LONGEST) + "..." : safe) + "'";
    }
}
