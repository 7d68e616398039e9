package dev.sandbank;

/**
 * Why calls are turned away, the same names at every bank: the values of {@link Decision#refusal()}.
 *
 * <p>A bank's own rules and the token server's errors have further ones, such as {@code asset-unknown} or
 * {@code invalid-client}.
 */
public final class Refusals {

    public static final String TOKEN_MISSING = "token-missing";
    public static final String TOKEN_MALFORMED = "token-malformed";
    public static final String TOKEN_UNKNOWN = "token-unknown";
    public static final String TOKEN_EXPIRED = "token-expired";
    public static final String TOKEN_REVOKED = "token-revoked";
    public static final String TOO_MANY_REQUESTS = "too-many-requests";
    public static final String ROUTE_UNKNOWN = "route-unknown";
    public static final String METHOD_NOT_ALLOWED = "method-not-allowed";
    public static final String SCOPE_MISSING = "scope-missing";
    public static final String ACTING_MALFORMED = "acting-malformed";
    public static final String ACTING_SUBJECT_UNKNOWN = "acting-subject-unknown";
    public static final String ACTING_NOT_ALLOWED = "acting-not-allowed";
    public static final String SUBJECT_NOT_ALLOWED = "subject-not-allowed";
    public static final String SUBJECT_BLOCKED = "subject-blocked";
    public static final String INPUT_INVALID = "input-invalid";
    public static final String BODY_MALFORMED = "body-malformed";
    public static final String BODY_TOO_LARGE = "body-too-large";
    public static final String MEDIA_TYPE_UNSUPPORTED = "media-type-unsupported";
    public static final String RESOURCE_UNKNOWN = "resource-unknown";
    public static final String ENTITLEMENT_MISSING = "entitlement-missing";
    public static final String REQUEST_MALFORMED = "request-malformed";
    public static final String URI_TOO_LONG = "uri-too-long";
    public static final String HEADERS_TOO_LARGE = "headers-too-large";
    public static final String INVALID_CLIENT = "invalid-client";
    public static final String INVALID_REQUEST = "invalid-request";
    public static final String INVALID_SCOPE = "invalid-scope";
    public static final String INVALID_GRANT = "invalid-grant";
    public static final String UNAUTHORIZED_CLIENT = "unauthorized-client";
    public static final String UNSUPPORTED_GRANT_TYPE = "unsupported-grant-type";

    /** Not the bank's: a test wanted the call to go wrong, see {@link SandbankFaults}. */
    public static final String FAULT = "fault";

    /** Not the bank's: the sandbox holds as much as it may, see the setting {@code memory}. */
    public static final String TEMPORARILY_UNAVAILABLE = "temporarily-unavailable";

    private Refusals() {}
}
