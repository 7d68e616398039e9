package dev.sandbank.internal.oidc.grant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.oidc.client.ClientRequest;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import java.util.List;
import java.util.function.Function;

/**
 * A grant type: all that the token endpoint, the checks of dialects and the journal know about it.
 *
 * @param name the value of {@code grant_type}
 * @param forUser whether a user has signed in for it; then the reply has the members of the dialect's {@code userReply}
 * @param request the parameters of a request, besides those that name client and grant
 * @param reply the members that a reply can have; each bank lists its own
 * @param handler makes its handler for one token server
 */
public record GrantType(
        String name,
        boolean forUser,
        List<Parameter> request,
        List<Parameter> reply,
        Function<OidcContext, Handler> handler) {

    /**
     * A parameter of a request, or a member of a reply.
     *
     * @param secret whether the journal shortens its value
     * @param formOnly whether a request that has it in its query is refused
     */
    public record Parameter(String name, boolean secret, boolean formOnly) {

        static Parameter secret(String name) {
            return new Parameter(name, true, true);
        }

        static Parameter formOnly(String name) {
            return new Parameter(name, false, true);
        }

        static Parameter open(String name) {
            return new Parameter(name, false, false);
        }
    }

    /**
     * The result of a grant.
     *
     * @param members the members that a reply can have, by name
     * @param grant the grant of the access token
     */
    public record Result(ObjectNode members, Grant grant) {}

    /** Handles the requests for one grant type. */
    public interface Handler {

        /** The grant's own checks, after the client is known and registered for it. */
        Gates<ClientRequest> checks();

        /** Issues the tokens. */
        Result issue(ClientRequest call);
    }
}
