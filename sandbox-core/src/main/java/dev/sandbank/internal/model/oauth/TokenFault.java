package dev.sandbank.internal.model.oauth;

/** What can be wrong with a bearer token (RFC 6750 §3.1). */
public enum TokenFault {
    MISSING("token-missing", "The request carries no bearer token"),
    MALFORMED("token-malformed", "The Authorization header is not one bearer token"),
    UNKNOWN("token-unknown", "The bearer token was never issued here"),
    EXPIRED("token-expired", "The bearer token has expired"),
    REVOKED("token-revoked", "The bearer token was revoked");

    private final String key;
    private final String detail;

    TokenFault(String key, String detail) {
        this.key = key;
        this.detail = detail;
    }

    public String key() {
        return key;
    }

    public String detail() {
        return detail;
    }
}
