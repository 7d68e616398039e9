package dev.sandbank;

/**
 * A flaw in the token that a caller sends. The bank must refuse each of them, and so must every API that verifies tokens of its
 * issuer (RFC 6750 §3.1, RFC 8725, RFC 9068 §4).
 *
 * <p>Sandbank forges JWTs for banks with opaque tokens, too, because attackers send them anyway.
 */
@Stable
public enum TokenFlaw {
    /** No {@code Authorization} field. */
    MISSING,
    /** The scheme {@code Bearer} and nothing else. */
    EMPTY,
    /** A good token, sent under the scheme {@code Token}. */
    WRONG_SCHEME,
    /** A good token without its last third. */
    TRUNCATED,
    /** A good token, followed by 32 KiB. */
    OVERSIZED,
    /** A good JWT, changed to another subject; an opaque token with another middle, of the same length. */
    TAMPERED_PAYLOAD,
    /** A good JWT with another signature; an opaque token with another end. */
    TAMPERED_SIGNATURE,
    /** A token that the sandbox issued and that ended an hour ago, by its clock. */
    EXPIRED,
    /** A token that the sandbox issued and revoked. */
    REVOKED,
    /** A JWT with {@code nbf} in an hour and a good signature. */
    NOT_YET_VALID,
    /** A JWT without {@code exp} and with a good signature. */
    NO_EXPIRY,
    /** A JWT with another {@code iss} and a good signature. */
    WRONG_ISSUER,
    /** A JWT with another {@code aud} and a good signature. */
    WRONG_AUDIENCE,
    /** A token that the sandbox issued for another API; this one accepts it unless the setting {@code checkAudience} is on. */
    OTHER_AUDIENCE,
    /** A JWT with the {@code typ} of a logout token and a good signature. */
    WRONG_TYPE,
    /** A JWT with {@code alg} {@code none} and no signature. */
    UNSIGNED,
    /** A JWT with {@code alg} {@code HS256}, signed with the published key as the secret. */
    SIGNED_WITH_PUBLIC_KEY,
    /** A JWT signed by the right key under a {@code kid} that was never published. */
    UNKNOWN_KEY,
    /** A JWT signed by another sandbox's key under the right {@code kid}. */
    STRANGERS_KEY,
    /** A good token of a user whom the bank has blocked since. */
    BLOCKED_SUBJECT
}
