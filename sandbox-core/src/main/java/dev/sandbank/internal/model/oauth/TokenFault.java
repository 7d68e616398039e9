package dev.sandbank.internal.model.oauth;

/** What can be wrong with a bearer token (RFC 6750 §3.1), an API key, or a client's id and secret (RFC 7617). */
public enum TokenFault {
    MISSING(
            "token-missing",
            "The request carries no bearer token",
            "The request carries no API key",
            "The request carries no id and secret of a client"),
    MALFORMED(
            "token-malformed",
            "The Authorization header does not contain exactly one bearer token",
            "The request does not carry exactly one API key",
            "The request does not carry the id and secret of exactly one client"),
    UNKNOWN(
            "token-unknown",
            "The bearer token was never issued here",
            "No client has this API key",
            "No client has this id and secret"),
    EXPIRED(
            "token-expired",
            "The bearer token has expired",
            "The API key has expired",
            "The secret of the client has expired"),
    AUDIENCE(
            "token-audience",
            "The bearer token is for another API",
            "The API key is for another API",
            "The client's id and secret are for another API"),
    REVOKED(
            "token-revoked",
            "The bearer token was revoked",
            "The client of the API key is disabled",
            "The client is disabled");

    private final String key;
    private final String detail;
    private final String ofKey;
    private final String ofPair;

    TokenFault(String key, String detail, String ofKey, String ofPair) {
        this.key = key;
        this.detail = detail;
        this.ofKey = ofKey;
        this.ofPair = ofPair;
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

    /** Returns the detail in words for ids and secrets of clients. */
    public String detailOfPair() {
        return ofPair;
    }
}
