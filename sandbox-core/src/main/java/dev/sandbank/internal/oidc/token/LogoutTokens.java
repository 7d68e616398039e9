package dev.sandbank.internal.oidc.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.store.EntryChanges.SessionEnd;
import java.util.Optional;

/** Issues logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.4). */
public final class LogoutTokens {

    /** The {@code typ} of their headers. */
    public static final String TYPE = "logout+jwt";

    /** The member of {@code events} that makes a token a logout token. */
    public static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** How long they are valid, which is also the most that the specification recommends. */
    private static final long SECONDS = 120;

    private final OidcContext context;

    public LogoutTokens(OidcContext context) {
        this.context = context;
    }

    /** Issues the token that tells a client of the end of a session; empty if it does not want to be told. */
    public Optional<String> issue(SessionEnd end) {
        return context.client(end.client())
                .filter(client -> client.registration().logout() != null)
                .map(client -> context.keys()
                        .sign(
                                client.registration().idTokenAlg(),
                                TYPE,
                                claims(end).toString())
                        .text());
    }

    private ObjectNode claims(SessionEnd end) {
        long at = context.now().getEpochSecond();
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", context.issuer().id());
        claims.put("sub", end.user()).put("aud", end.client());
        claims.put("iat", at).put("exp", at + SECONDS);
        claims.put("jti", context.ids().uuid());
        claims.putObject("events").putObject(EVENT);
        return claims.put("sid", end.session());
    }
}
