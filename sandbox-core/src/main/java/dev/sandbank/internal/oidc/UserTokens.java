package dev.sandbank.internal.oidc;

import dev.sandbank.internal.oidc.Issuance.Issued;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.store.Tables;
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
        Map<String, Object> members = store.atomically(tables -> tokens(tables, call, kept));
        if (call.scopes().contains("openid")) {
            String accessToken = String.valueOf(members.get("access_token"));
            members.put("id_token", idTokens.issue(call.client(), call.signIn(), accessToken));
        }
        return members;
    }

    private Map<String, Object> tokens(Tables tables, TokenRequest call, Optional<String> kept) {
        Issued access = issuance.accessToken(tables.tokens(), call.client(), call.signIn(), call.scopes());
        Map<String, Object> members = new LinkedHashMap<>();
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
