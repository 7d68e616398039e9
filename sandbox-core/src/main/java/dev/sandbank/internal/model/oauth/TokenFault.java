package dev.sandbank.internal.model.oauth;

/** What can be wrong with a bearer token (RFC 6750 §3.1) or an API key. */
public enum TokenFault {
    MISSING("token-missing", "The request carries no bearer token", "The request carries no API key"),
    MALFORMED(
            "token-malformed",
            "The Authorization header does not contain exactly one bearer token",
            "The request does not carry exactly one API key"),
    UNKNOWN("token-unknown", "The bearer token was never issued here", "No client has this API key"),
    EXPIRED("token-expired", "The bearer token has expired", "The API key has expired"),
    AUDIENCE("token-audience", "The bearer token is for another API", "The API key is for another API"),
    REVOKED("token-revoked", "The bearer token was revoked", "The client of the API key is disabled");

    private final String key;
    private final String detail;
    private final String ofKey;

    TokenFault(String key, String detail, String ofKey) {
        this.key = key;
        this.detail = detail;
        this.ofKey = ofKey;
    }

    public String key() {
        return key;
    }

    public String detail() {
        return detail;
    }

    /** Returns the detail in words for keys. */
    public String detailOfKey() {
        return ofKey;
    }
}
