package dev.sandbank.internal.oidc.grant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.oidc.client.ClientRequest;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.grant.GrantType.Parameter;
import dev.sandbank.internal.oidc.token.IdTokens;
import dev.sandbank.internal.oidc.token.Issuance;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.store.Tables;
import java.util.List;
import java.util.Optional;

/** Issues tokens for a user who signed in: an access token, an ID token and, if the client is registered for it, a refresh token. */
final class UserTokens {

    /** The members that a reply can have if a user signed in. */
    static final List<Parameter> MEMBERS = List.of(
            Parameter.secret("access_token"),
            Parameter.open("token_type"),
            Parameter.open("expires_in"),
            Parameter.secret("refresh_token"),
            Parameter.open("scope"),
            Parameter.secret("id_token"));

    private final Store store;
    private final Issuance issuance;
    private final IdTokens idTokens;

    UserTokens(OidcContext context) {
        this.store = context.store();
        this.issuance = new Issuance(context);
        this.idTokens = new IdTokens(context);
    }

    /** @param kept the refresh token that stays valid; if it is empty, a new one is issued */
    GrantType.Result issue(ClientRequest call, Optional<String> kept) {
        return store.atomically(tables -> tokens(tables, call, kept));
    }

    private GrantType.Result tokens(Tables tables, ClientRequest call, Optional<String> kept) {
        Issuance.Issued access =
                issuance.accessToken(tables.tokens(), call.client(), call.signIn(), Issuance.Terms.of(call));
        ObjectNode members = issuance.members(access);
        if (call.client().grants().contains(GrantTypes.REFRESH_TOKEN)) {
            kept.ifPresent(token -> issuance.prolong(tables, token, call.signIn()));
            members.put("refresh_token", kept.orElseGet(() -> issuance.refreshToken(tables, call.signIn())));
        }
        if (call.scopes().contains("openid")) {
            members.put("id_token", idTokens.issue(call.client(), call.signIn(), access));
        }
        return new GrantType.Result(members, access.grant());
    }
}
