package dev.sandbank.internal.model.oauth;

/** The values of {@code grant_type} (RFC 6749). */
public final class GrantTypes {

    public static final String AUTHORIZATION_CODE = "authorization_code";
    public static final String CLIENT_CREDENTIALS = "client_credentials";
    public static final String REFRESH_TOKEN = "refresh_token";

    private GrantTypes() {}
}
