package dev.sandbank.testing;

import dev.sandbank.Sandbank;

/** The calls that clients and resource servers make with tokens. */
public final class OpenIdCalls {

    private OpenIdCalls() {}

    public static HttpCall discovery(Sandbank bank) {
        return HttpCall.get(bank, "/oidc/.well-known/openid-configuration");
    }

    public static HttpCall jwks(Sandbank bank) {
        return HttpCall.get(bank, "/oidc/jwks");
    }

    public static HttpCall userinfo(Sandbank bank, String token) {
        return HttpCall.get(bank, "/oidc/userinfo").bearer(token);
    }

    /** A client asks about a token. */
    public static HttpCall introspect(Sandbank bank, App asking, String token) {
        return HttpCall.post(bank, "/oidc/introspect").form("token", token).as(asking);
    }

    /** A client takes a token back. */
    public static HttpCall revoke(Sandbank bank, App asking, String token) {
        return HttpCall.post(bank, "/oidc/revoke").form("token", token).as(asking);
    }

    /** A guarded operation that the token's scope {@code banking/read} allows. */
    public static HttpCall accounts(Sandbank bank, String token) {
        return HttpCall.get(bank, "/banking/accounts").bearer(token);
    }
}
