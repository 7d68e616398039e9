package dev.sandbank;

import java.util.Set;

/**
 * The reasons of denials, with the same names at every bank: the values of {@link Decision#refusal()}.
 *
 * <p>A bank's own rules have more, such as {@code asset-unknown}. The token server has a reason for each cause, see {@link OAuth};
 * its name begins with the error of the reply: {@code invalid-client.secret-wrong} belongs to the group {@code invalid-client}. If
 * you expect {@link #INVALID_CLIENT}, you expect any reason of that group.
 *
 * <p>A bank may have names of its own for {@link #RESOURCE_UNKNOWN}, {@link #ENTITLEMENT_MISSING} and {@link #SUBJECT_BLOCKED}. They
 * follow the standard one, as in {@code resource-unknown.account-invalid}; if you expect {@code account-invalid}, that is one.
 */
@Stable
public final class DenialReason {

    public static final String TOKEN_MISSING = "token-missing";
    public static final String TOKEN_MALFORMED = "token-malformed";
    public static final String TOKEN_UNKNOWN = "token-unknown";
    public static final String TOKEN_EXPIRED = "token-expired";
    public static final String TOKEN_AUDIENCE = "token-audience";
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
    public static final String INVALID_GRANT = "invalid-grant";
    public static final String INVALID_REQUEST = "invalid-request";
    public static final String INVALID_SCOPE = "invalid-scope";
    public static final String UNAUTHORIZED_CLIENT = "unauthorized-client";
    public static final String UNSUPPORTED_GRANT_TYPE = "unsupported-grant-type";

    /** Not a reason of the bank: a test set a fault, see {@link SandbankFaults}. */
    public static final String FAULT = "fault";

    /** Not a reason of the bank: the sandbox is full, see the setting {@code memory}. */
    public static final String TEMPORARILY_UNAVAILABLE = "temporarily-unavailable";

    /**
     * The reasons of the token server's endpoints: one for each cause, and the groups that {@link DenialReason} itself does not have.
     */
    public static final class OAuth {

        public static final String ACCESS_DENIED = "access-denied";
        public static final String ACCESS_DENIED_CONSENT = "access-denied.consent";
        public static final String ACCESS_DENIED_LOGIN = "access-denied.login";
        public static final String CONSENT_REQUIRED = "consent-required";
        public static final String INSUFFICIENT_SCOPE = "insufficient-scope";
        public static final String INSUFFICIENT_SCOPE_NO_USER = "insufficient-scope.no-user";
        public static final String INSUFFICIENT_SCOPE_OPENID = "insufficient-scope.openid";
        public static final String INVALID_CLIENT_ASSERTION_ALG = "invalid-client.assertion-alg";
        public static final String INVALID_CLIENT_ASSERTION_AUD_MISSING = "invalid-client.assertion-aud-missing";
        public static final String INVALID_CLIENT_ASSERTION_AUD_NOT_ISSUER = "invalid-client.assertion-aud-not-issuer";
        public static final String INVALID_CLIENT_ASSERTION_AUD_WRONG = "invalid-client.assertion-aud-wrong";
        public static final String INVALID_CLIENT_ASSERTION_CRIT = "invalid-client.assertion-crit";
        public static final String INVALID_CLIENT_ASSERTION_ENCRYPTED = "invalid-client.assertion-encrypted";
        public static final String INVALID_CLIENT_ASSERTION_EXP_MISSING = "invalid-client.assertion-exp-missing";
        public static final String INVALID_CLIENT_ASSERTION_EXP_PAST = "invalid-client.assertion-exp-past";
        public static final String INVALID_CLIENT_ASSERTION_EXP_TOO_FAR = "invalid-client.assertion-exp-too-far";
        public static final String INVALID_CLIENT_ASSERTION_ISS_MISSING = "invalid-client.assertion-iss-missing";
        public static final String INVALID_CLIENT_ASSERTION_ISS_WRONG = "invalid-client.assertion-iss-wrong";
        public static final String INVALID_CLIENT_ASSERTION_JTI_MISSING = "invalid-client.assertion-jti-missing";
        public static final String INVALID_CLIENT_ASSERTION_JTI_REUSED = "invalid-client.assertion-jti-reused";
        public static final String INVALID_CLIENT_ASSERTION_KEY_ALG = "invalid-client.assertion-key-alg";
        public static final String INVALID_CLIENT_ASSERTION_KEY_OPS = "invalid-client.assertion-key-ops";
        public static final String INVALID_CLIENT_ASSERTION_KEY_TYPE = "invalid-client.assertion-key-type";
        public static final String INVALID_CLIENT_ASSERTION_KEY_USE = "invalid-client.assertion-key-use";
        public static final String INVALID_CLIENT_ASSERTION_KID_UNKNOWN = "invalid-client.assertion-kid-unknown";
        public static final String INVALID_CLIENT_ASSERTION_MALFORMED = "invalid-client.assertion-malformed";
        public static final String INVALID_CLIENT_ASSERTION_MISSING = "invalid-client.assertion-missing";
        public static final String INVALID_CLIENT_ASSERTION_NBF_FUTURE = "invalid-client.assertion-nbf-future";
        public static final String INVALID_CLIENT_ASSERTION_NBF_MALFORMED = "invalid-client.assertion-nbf-malformed";
        public static final String INVALID_CLIENT_ASSERTION_SIGNATURE = "invalid-client.assertion-signature";
        public static final String INVALID_CLIENT_ASSERTION_SUB_MISSING = "invalid-client.assertion-sub-missing";
        public static final String INVALID_CLIENT_ASSERTION_SUB_OTHER = "invalid-client.assertion-sub-other";
        public static final String INVALID_CLIENT_ASSERTION_TYPE_MISSING = "invalid-client.assertion-type-missing";
        public static final String INVALID_CLIENT_ASSERTION_TYPE_UNKNOWN = "invalid-client.assertion-type-unknown";
        public static final String INVALID_CLIENT_AUTHORIZATION_NOT_BASIC = "invalid-client.authorization-not-basic";
        public static final String INVALID_CLIENT_AUTHORIZATION_REPEATED = "invalid-client.authorization-repeated";
        public static final String INVALID_CLIENT_BASIC_ID_OTHER = "invalid-client.basic-id-other";
        public static final String INVALID_CLIENT_BASIC_MALFORMED = "invalid-client.basic-malformed";
        public static final String INVALID_CLIENT_DISABLED = "invalid-client.disabled";
        public static final String INVALID_CLIENT_METHOD_NOT_REGISTERED = "invalid-client.method-not-registered";
        public static final String INVALID_CLIENT_NOT_NAMED = "invalid-client.not-named";
        public static final String INVALID_CLIENT_PUBLIC = "invalid-client.public";
        public static final String INVALID_CLIENT_SECRET_MISSING = "invalid-client.secret-missing";
        public static final String INVALID_CLIENT_SECRET_OF_PUBLIC = "invalid-client.secret-of-public";
        public static final String INVALID_CLIENT_SECRET_WRONG = "invalid-client.secret-wrong";
        public static final String INVALID_CLIENT_UNKNOWN = "invalid-client.unknown";
        public static final String INVALID_GRANT_CODE_EXPIRED = "invalid-grant.code-expired";
        public static final String INVALID_GRANT_CODE_OF_ANOTHER = "invalid-grant.code-of-another";
        public static final String INVALID_GRANT_CODE_SPENT = "invalid-grant.code-spent";
        public static final String INVALID_GRANT_CODE_UNKNOWN = "invalid-grant.code-unknown";
        public static final String INVALID_GRANT_CODE_VOID = "invalid-grant.code-void";
        public static final String INVALID_GRANT_CONSENT = "invalid-grant.consent";
        public static final String INVALID_GRANT_REDIRECT_URI_MISSING = "invalid-grant.redirect-uri-missing";
        public static final String INVALID_GRANT_REDIRECT_URI_OTHER = "invalid-grant.redirect-uri-other";
        public static final String INVALID_GRANT_REFRESH_TOKEN_EXPIRED = "invalid-grant.refresh-token-expired";
        public static final String INVALID_GRANT_REFRESH_TOKEN_FAMILY_VOID = "invalid-grant.refresh-token-family-void";
        public static final String INVALID_GRANT_REFRESH_TOKEN_IS_ACCESS_TOKEN =
                "invalid-grant.refresh-token-is-access-token";
        public static final String INVALID_GRANT_REFRESH_TOKEN_OF_ANOTHER = "invalid-grant.refresh-token-of-another";
        public static final String INVALID_GRANT_REFRESH_TOKEN_REVOKED = "invalid-grant.refresh-token-revoked";
        public static final String INVALID_GRANT_REFRESH_TOKEN_SPENT = "invalid-grant.refresh-token-spent";
        public static final String INVALID_GRANT_REFRESH_TOKEN_UNKNOWN = "invalid-grant.refresh-token-unknown";
        public static final String INVALID_GRANT_USER = "invalid-grant.user";
        public static final String INVALID_GRANT_VERIFIER_MALFORMED = "invalid-grant.verifier-malformed";
        public static final String INVALID_GRANT_VERIFIER_MISSING = "invalid-grant.verifier-missing";
        public static final String INVALID_GRANT_VERIFIER_UNEXPECTED = "invalid-grant.verifier-unexpected";
        public static final String INVALID_GRANT_VERIFIER_WRONG = "invalid-grant.verifier-wrong";
        public static final String INVALID_REQUEST_CHALLENGE_MALFORMED = "invalid-request.challenge-malformed";
        public static final String INVALID_REQUEST_CHALLENGE_METHOD = "invalid-request.challenge-method";
        public static final String INVALID_REQUEST_CHALLENGE_MISSING = "invalid-request.challenge-missing";
        public static final String INVALID_REQUEST_CLAIMS_MALFORMED = "invalid-request.claims-malformed";
        public static final String INVALID_REQUEST_CLIENT_DISABLED = "invalid-request.client-disabled";
        public static final String INVALID_REQUEST_CLIENT_ID_MISSING = "invalid-request.client-id-missing";
        public static final String INVALID_REQUEST_CLIENT_ID_OF_ANOTHER = "invalid-request.client-id-of-another";
        public static final String INVALID_REQUEST_CLIENT_ID_REPEATED = "invalid-request.client-id-repeated";
        public static final String INVALID_REQUEST_CLIENT_UNKNOWN = "invalid-request.client-unknown";
        public static final String INVALID_REQUEST_CODE_MISSING = "invalid-request.code-missing";
        public static final String INVALID_REQUEST_CONTENT_TYPE = "invalid-request.content-type";
        public static final String INVALID_REQUEST_FORM_MALFORMED = "invalid-request.form-malformed";
        public static final String INVALID_REQUEST_FORM_NOT_UTF_8 = "invalid-request.form-not-utf-8";
        public static final String INVALID_REQUEST_FORM_TOO_LARGE = "invalid-request.form-too-large";
        public static final String INVALID_REQUEST_GRANT_TYPE_MISSING = "invalid-request.grant-type-missing";
        public static final String INVALID_REQUEST_ID_TOKEN_HINT = "invalid-request.id-token-hint";
        public static final String INVALID_REQUEST_ID_TOKEN_HINT_OF_ANOTHER =
                "invalid-request.id-token-hint-of-another";
        public static final String INVALID_REQUEST_IN_QUERY = "invalid-request.in-query";
        public static final String INVALID_REQUEST_MAX_AGE = "invalid-request.max-age";
        public static final String INVALID_REQUEST_POST_LOGOUT_REDIRECT_URI =
                "invalid-request.post-logout-redirect-uri";
        public static final String INVALID_REQUEST_PROMPT_NONE_NOT_ALONE = "invalid-request.prompt-none-not-alone";
        public static final String INVALID_REQUEST_PROMPT_UNKNOWN = "invalid-request.prompt-unknown";
        public static final String INVALID_REQUEST_REDIRECT_URI_MISSING = "invalid-request.redirect-uri-missing";
        public static final String INVALID_REQUEST_REDIRECT_URI_NOT_REGISTERED =
                "invalid-request.redirect-uri-not-registered";
        public static final String INVALID_REQUEST_REDIRECT_URI_REPEATED = "invalid-request.redirect-uri-repeated";
        public static final String INVALID_REQUEST_REFRESH_TOKEN_MISSING = "invalid-request.refresh-token-missing";
        public static final String INVALID_REQUEST_REPEATED = "invalid-request.repeated";
        public static final String INVALID_REQUEST_RESPONSE_MODE = "invalid-request.response-mode";
        public static final String INVALID_REQUEST_RESPONSE_TYPE_MISSING = "invalid-request.response-type-missing";
        public static final String INVALID_REQUEST_TOKEN_MISSING = "invalid-request.token-missing";
        public static final String INVALID_REQUEST_TOKEN_REPEATED = "invalid-request.token-repeated";
        public static final String INVALID_REQUEST_TOO_LONG = "invalid-request.too-long";
        public static final String INVALID_REQUEST_TWO_METHODS = "invalid-request.two-methods";
        public static final String INVALID_SCOPE_MALFORMED = "invalid-scope.malformed";
        public static final String INVALID_SCOPE_NOT_GRANTED = "invalid-scope.not-granted";
        public static final String INVALID_SCOPE_NOT_HELD = "invalid-scope.not-held";
        public static final String INVALID_SCOPE_OF_PEOPLE = "invalid-scope.of-people";
        public static final String INVALID_SCOPE_UNKNOWN = "invalid-scope.unknown";
        public static final String INVALID_TARGET = "invalid-target";
        public static final String INVALID_TARGET_MALFORMED = "invalid-target.malformed";
        public static final String INVALID_TARGET_NOT_HELD = "invalid-target.not-held";
        public static final String INVALID_TOKEN = "invalid-token";
        public static final String INVALID_TOKEN_USER = "invalid-token.user";
        public static final String LOGIN_FAILED = "login-failed";
        public static final String LOGIN_FAILED_PASSWORD = "login-failed.password";
        public static final String LOGIN_FAILED_USER = "login-failed.user";
        public static final String LOGIN_FAILED_USERNAME = "login-failed.username";
        public static final String LOGIN_REQUIRED = "login-required";
        public static final String LOGIN_REQUIRED_AGAIN = "login-required.again";
        public static final String LOGIN_REQUIRED_NOBODY = "login-required.nobody";
        public static final String LOGIN_REQUIRED_OTHER_USER = "login-required.other-user";
        public static final String PAGE_FORGED = "page-forged";
        public static final String PAGE_FORGED_BROWSER = "page-forged.browser";
        public static final String PAGE_FORGED_INTERACTION_INVALID = "page-forged.interaction-invalid";
        public static final String PAGE_FORGED_INTERACTION_MISSING = "page-forged.interaction-missing";
        public static final String PAGE_FORGED_SESSION = "page-forged.session";
        public static final String REGISTRATION_NOT_SUPPORTED = "registration-not-supported";
        public static final String REQUEST_NOT_SUPPORTED = "request-not-supported";
        public static final String REQUEST_URI_NOT_SUPPORTED = "request-uri-not-supported";
        public static final String UNAUTHORIZED_CLIENT_GRANT = "unauthorized-client.grant";
        public static final String UNAUTHORIZED_CLIENT_TOKEN_OF_ANOTHER = "unauthorized-client.token-of-another";
        public static final String UNSUPPORTED_RESPONSE_TYPE = "unsupported-response-type";

        private OAuth() {}
    }

    private static final Set<String> DEAD_TOKENS = Set.of(TOKEN_MALFORMED, TOKEN_UNKNOWN, TOKEN_EXPIRED, TOKEN_REVOKED);

    private static final Set<String> STANDARD = Set.of(
            TOKEN_MISSING,
            TOKEN_MALFORMED,
            TOKEN_UNKNOWN,
            TOKEN_EXPIRED,
            TOKEN_AUDIENCE,
            TOKEN_REVOKED,
            TOO_MANY_REQUESTS,
            ROUTE_UNKNOWN,
            METHOD_NOT_ALLOWED,
            SCOPE_MISSING,
            ACTING_MALFORMED,
            ACTING_SUBJECT_UNKNOWN,
            ACTING_NOT_ALLOWED,
            SUBJECT_NOT_ALLOWED,
            SUBJECT_BLOCKED,
            INPUT_INVALID,
            BODY_MALFORMED,
            BODY_TOO_LARGE,
            MEDIA_TYPE_UNSUPPORTED,
            RESOURCE_UNKNOWN,
            ENTITLEMENT_MISSING,
            REQUEST_MALFORMED,
            URI_TOO_LONG,
            HEADERS_TOO_LARGE,
            INVALID_CLIENT,
            INVALID_GRANT,
            INVALID_REQUEST,
            INVALID_SCOPE,
            UNAUTHORIZED_CLIENT,
            UNSUPPORTED_GRANT_TYPE,
            FAULT,
            TEMPORARILY_UNAVAILABLE);

    private DenialReason() {}

    /**
     * Whether a refusal has this reason, or one of the group of this name, or this name of the bank's own for it. A standard name never
     * stands for another one, even if the bank words both alike.
     *
     * @param reason the name of a reason or a group, such as {@code invalid-client}
     * @param refusal the value of {@link Decision#refusal()}, such as {@code invalid-client.secret-wrong}
     */
    public static boolean covers(String reason, String refusal) {
        return refusal.equals(reason)
                || refusal.startsWith(reason + ".")
                || (reason.equals(OAuth.INVALID_TOKEN) && DEAD_TOKENS.contains(refusal))
                || (!STANDARD.contains(reason) && isOwnName(reason, refusal));
    }

    private static boolean isOwnName(String reason, String refusal) {
        int dot = refusal.indexOf('.');
        return dot > 0
                && refusal.substring(dot + 1).equals(reason)
                && Set.of(RESOURCE_UNKNOWN, ENTITLEMENT_MISSING, SUBJECT_BLOCKED)
                        .contains(refusal.substring(0, dot));
    }
}
