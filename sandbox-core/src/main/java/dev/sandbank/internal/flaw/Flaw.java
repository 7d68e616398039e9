package dev.sandbank.internal.flaw;

import dev.sandbank.internal.model.TokenFault;
import org.jspecify.annotations.Nullable;

/** What may be wrong with what a caller sends as its token. */
public enum Flaw {
    MISSING(TokenFault.MISSING),
    EMPTY(TokenFault.MALFORMED),
    WRONG_SCHEME(TokenFault.MALFORMED),
    TRUNCATED(TokenFault.UNKNOWN),
    OVERSIZED(TokenFault.UNKNOWN),
    TAMPERED_PAYLOAD(TokenFault.UNKNOWN),
    TAMPERED_SIGNATURE(TokenFault.UNKNOWN),
    EXPIRED(TokenFault.EXPIRED),
    REVOKED(TokenFault.REVOKED),
    NOT_YET_VALID(TokenFault.UNKNOWN),
    NO_EXPIRY(TokenFault.UNKNOWN),
    WRONG_ISSUER(TokenFault.UNKNOWN),
    WRONG_AUDIENCE(TokenFault.UNKNOWN),
    WRONG_TYPE(TokenFault.UNKNOWN),
    UNSIGNED(TokenFault.UNKNOWN),
    SIGNED_WITH_PUBLIC_KEY(TokenFault.UNKNOWN),
    UNKNOWN_KEY(TokenFault.UNKNOWN),
    STRANGERS_KEY(TokenFault.UNKNOWN),
    /** The token is good; its user is not. */
    BLOCKED_SUBJECT(null);

    private final @Nullable TokenFault fault;

    Flaw(@Nullable TokenFault fault) {
        this.fault = fault;
    }

    /** What the gate finds wrong, or null if it is the user. */
    @Nullable
    TokenFault fault() {
        return fault;
    }
}
