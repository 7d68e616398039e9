package dev.sandbank.internal.oidc.grant;

import dev.sandbank.internal.oidc.token.IdTokens;
import dev.sandbank.internal.oidc.token.Issuance;
import dev.sandbank.internal.oidc.client.TokenRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.oidc.token.Issuance.Issued;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.store.Tables;
import java.util.Optional;

/** What a client gets for a user who signed in: an access token, an ID token and, if registered for it, a refresh token. */
public final class UserTokens {

    private final Store store;
    private final Issuance issuance;
    private final IdTokens idTokens;

    public UserTokens(Store store, Issuance issuance, IdTokens idTokens) {
        this.store = store;
        this.issuance = issuance;
        this.idTokens = idTokens;
    }

    /** With a new refresh token. */
    public ObjectNode issue(TokenRequest call) {
        return issue(call, Optional.empty());
    }

    /** With the refresh token that stays, or else a new one. */
    public ObjectNode issue(TokenRequest call, Optional<String> kept) {
        ObjectNode members = store.atomically(tables -> tokens(tables, call, kept));
        if (call.scopes().contains("openid")) {
            String accessToken = members.path("access_token").asText();
            members.put("id_token", idTokens.issue(call.client(), call.signIn(), accessToken));
        }
        return members;
    }

    private ObjectNode tokens(Tables tables, TokenRequest call, Optional<String> kept) {
        Issued access = issuance.accessToken(tables.tokens(), call.client(), call.signIn(), call.scopes());
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("access_token", access.token());
        members.put("token_type", "Bearer");
        members.put("expires_in", access.grant().lifetime().toSeconds());
        members.put("scope", call.scopes().toString());
        if (call.client().grants().contains("refresh_token")) {
            members.put("refresh_token", kept.orElseGet(() -> issuance.refreshToken(tables.tokens(), call.signIn())));
        }
        return members;
    }
}
