package dev.sandbank.internal.oidc;

import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.SignIn;
import dev.sandbank.internal.oidc.Issuance.Issued;
import dev.sandbank.internal.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a client gets for a user who signed in: an access token, an ID token and, if registered for it, a refresh token. */
final class UserTokens {

    private final Store store;
    private final Issuance issuance;
    private final IdTokens idTokens;

    UserTokens(Store store, Issuance issuance, IdTokens idTokens) {
        this.store = store;
        this.issuance = issuance;
        this.idTokens = idTokens;
    }

    /** With a new refresh token. */
    Map<String, Object> issue(TokenRequest call) {
        return issue(call, Optional.empty());
    }

    /** With the refresh token that stays, or else a new one. */
    Map<String, Object> issue(TokenRequest call, Optional<String> kept) {
        SignIn signIn = call.signIn();
        Client client = call.client();
        return store.atomically(tables -> {
            Issued access = issuance.accessToken(tables.tokens(), client, signIn, call.scopes());
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("access_token", access.token());
            members.put("token_type", "Bearer");
            members.put("expires_in", access.grant().lifetime().toSeconds());
            members.put("scope", call.scopes().toString());
            if (client.grants().contains("refresh_token")) {
                members.put("refresh_token", kept.orElseGet(() -> issuance.refreshToken(tables.tokens(), signIn)));
            }
            if (call.scopes().contains("openid")) {
                members.put("id_token", idTokens.issue(client, signIn, access.token()));
            }
            return members;
        });
    }
}
