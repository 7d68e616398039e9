package dev.sandbank.internal.oidc.grant;

import dev.sandbank.internal.oidc.client.TokenRequest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Gates;

/** One grant type: what it asks of a request, and what it issues. */
public interface GrantHandler {

    /** What this grant asks once the client is known and registered for it. */
    Gates<TokenRequest> checks();

    /** Issues the tokens; the members of the reply by name. */
    ObjectNode issue(TokenRequest call);

    /** Whether a user signed in for it, who then has a reply of other members. */
    boolean forUser();
}
