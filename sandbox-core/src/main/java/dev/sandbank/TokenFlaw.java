package dev.sandbank;

/**
 * What may be wrong with what a caller sends as its token; every one is to be refused, by a bank and by whoever verifies
 * tokens of its issuer (RFC 6750 §3.1, RFC 8725, RFC 9068 §4).
 *
 * <p>Those that are about JWTs are forged for banks with opaque tokens, too: an attacker sends them all the same.
 */
public enum TokenFlaw {
    /** No {@code Authorization} field. */
    MISSING,
    /** The scheme {@code Bearer} with nothing behind it. */
    EMPTY,
    /** A good token, sent under the scheme {@code Token}. */
    WRONG_SCHEME,
    /** A good token without its last third. */
    TRUNCATED,
    /** A good token with 32 KiB behind it. */
    OVERSIZED,
    /** A good JWT that says to be for another subject; of an opaque token, another one of the same length. */
    TAMPERED_PAYLOAD,
    /** A good JWT with another signature; of an opaque token, one with another end. */
    TAMPERED_SIGNATURE,
    /** It was issued here and ended an hour ago, by the sandbox's clock. */
    EXPIRED,
    /** It was issued here and taken back. */
    REVOKED,
    /** A JWT with {@code nbf} in an hour, rightly signed. */
    NOT_YET_VALID,
    /** A JWT without {@code exp}, rightly signed. */
    NO_EXPIRY,
    /** A JWT with another {@code iss}, rightly signed. */
    WRONG_ISSUER,
    /** A JWT with another {@code aud}, rightly signed. */
    WRONG_AUDIENCE,
    /** It was issued here for another API, which this one takes unless the setting {@code checkAudience} is on. */
    OTHER_AUDIENCE,
    /** A JWT whose {@code typ} is that of a logout token, rightly signed. */
    WRONG_TYPE,
    /** A JWT with {@code alg} {@code none} and no signature. */
    UNSIGNED,
    /** A JWT with {@code alg} {@code HS256}, whose secret is the published key. */
    SIGNED_WITH_PUBLIC_KEY,
    /** A JWT signed by the right key, whose {@code kid} was never published. */
    UNKNOWN_KEY,
    /** A JWT signed by the key of another sandbox, under the {@code kid} of the right one. */
    STRANGERS_KEY,
    /** A good token that stands for a user whom the bank has blocked since. */
    BLOCKED_SUBJECT
}
