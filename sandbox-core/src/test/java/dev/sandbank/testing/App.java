package dev.sandbank.testing;

import dev.sandbank.testing.BuiltIn.Pair;

/**
 * An application that people sign in to.
 *
 * @param id the {@code client_id}
 * @param secret the {@code client_secret}, or null if it has none
 * @param posts whether it sends its secret in the form instead of by Basic
 * @param redirectUri where it wants its codes
 * @param scope what it asks for
 */
public record App(String id, String secret, boolean posts, String redirectUri, String scope) {

    /** The fixture whose applications these are; it extends the built-in one. */
    public static final String FIXTURE = "dev/sandbank/openid.yaml";

    private static final String CALLBACK = "http://127.0.0.1:4711/callback";

    /** Public: it has no secret and must prove itself by PKCE. */
    public static final App MOBILE = new App("mobile-app", null, false, CALLBACK, "openid profile banking/read");

    /** Keeps a secret. */
    public static final App PORTAL =
            new App("web-portal", "web-portal-6nD1vH", false, CALLBACK, "openid email banking/read");

    /** Has every scope of OpenID Connect, and a secret that it sends in the form. */
    public static final App POSTING = new App("posting", "posting-s3cret", true, CALLBACK, "openid");

    /** Gets its ID tokens by ES256 and signed userinfo. */
    public static final App ELLIPTIC = new App("elliptic", "elliptic-s3cret", false, CALLBACK, "openid email");

    /** Gets its ID tokens by EdDSA. */
    public static final App EDWARDS = new App("edwards", "edwards-s3cret", false, CALLBACK, "openid email");

    /** Gets JWTs as access tokens. */
    public static final App JWT = new App("jwt", "jwt-s3cret", false, CALLBACK, "openid banking/read offline_access");

    /** Has redirect URIs of every kind. */
    public static final App PLACES = new App("places", "places-s3cret", false, CALLBACK, "openid");

    /** A program that nobody signs in to. */
    public static final App MACHINE = new App("machine", "machine-s3cret", false, CALLBACK, "banking/read");

    /** Is not registered for refresh tokens. */
    public static final App ONCE = new App("once", "once-s3cret", false, CALLBACK, "openid");

    public App asking(String scopes) {
        return new App(id, secret, posts, redirectUri, scopes);
    }

    public App at(String uri) {
        return new App(id, secret, posts, uri, scope);
    }

    public boolean isPublic() {
        return secret == null;
    }

    public Pair pair() {
        return new Pair(id, secret == null ? "" : secret);
    }

    @Override
    public String toString() {
        return id;
    }
}
