package dev.sandbank.internal.model.oauth;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why an endpoint of the token server refuses a request: one cause for each kind of failure.
 *
 * <p>A cause belongs to a protocol error, which is all that the reply shows. Its key begins with that error, its
 * group: {@code invalid-client.secret-wrong} is in the group {@code invalid-client}.
 */
public enum OAuthCause {
    ACCESS_DENIED_LOGIN("access_denied"),
    ACCESS_DENIED_CONSENT("access_denied"),
    CONSENT_REQUIRED("consent_required"),
    INSUFFICIENT_SCOPE_NO_USER("insufficient_scope"),
    INSUFFICIENT_SCOPE_OPENID("insufficient_scope"),

    INVALID_CLIENT_ASSERTION_ALG("invalid_client"),
    INVALID_CLIENT_ASSERTION_AUD_MISSING("invalid_client"),
    INVALID_CLIENT_ASSERTION_AUD_NOT_ISSUER("invalid_client"),
    INVALID_CLIENT_ASSERTION_AUD_WRONG("invalid_client"),
    INVALID_CLIENT_ASSERTION_CRIT("invalid_client"),
    INVALID_CLIENT_ASSERTION_ENCRYPTED("invalid_client"),
    INVALID_CLIENT_ASSERTION_EXP_MISSING("invalid_client"),
    INVALID_CLIENT_ASSERTION_EXP_PAST("invalid_client"),
    INVALID_CLIENT_ASSERTION_EXP_TOO_FAR("invalid_client"),
    INVALID_CLIENT_ASSERTION_ISS_MISSING("invalid_client"),
    INVALID_CLIENT_ASSERTION_ISS_WRONG("invalid_client"),
    INVALID_CLIENT_ASSERTION_JTI_MISSING("invalid_client"),
    INVALID_CLIENT_ASSERTION_JTI_REUSED("invalid_client"),
    INVALID_CLIENT_ASSERTION_KEY_ALG("invalid_client"),
    INVALID_CLIENT_ASSERTION_KEY_OPS("invalid_client"),
    INVALID_CLIENT_ASSERTION_KEY_TYPE("invalid_client"),
    INVALID_CLIENT_ASSERTION_KEY_USE("invalid_client"),
    INVALID_CLIENT_ASSERTION_KID_UNKNOWN("invalid_client"),
    INVALID_CLIENT_ASSERTION_MALFORMED("invalid_client"),
    INVALID_CLIENT_ASSERTION_MISSING("invalid_client"),
    INVALID_CLIENT_ASSERTION_NBF_FUTURE("invalid_client"),
    INVALID_CLIENT_ASSERTION_NBF_MALFORMED("invalid_client"),
    INVALID_CLIENT_ASSERTION_SIGNATURE("invalid_client"),
    INVALID_CLIENT_ASSERTION_SUB_MISSING("invalid_client"),
    INVALID_CLIENT_ASSERTION_SUB_OTHER("invalid_client"),
    INVALID_CLIENT_ASSERTION_TYPE_MISSING("invalid_client"),
    INVALID_CLIENT_ASSERTION_TYPE_UNKNOWN("invalid_client"),
    INVALID_CLIENT_AUTHORIZATION_NOT_BASIC("invalid_client"),
    INVALID_CLIENT_AUTHORIZATION_REPEATED("invalid_client"),
    INVALID_CLIENT_BASIC_ID_OTHER("invalid_client"),
    INVALID_CLIENT_BASIC_MALFORMED("invalid_client"),
    INVALID_CLIENT_DISABLED("invalid_client"),
    INVALID_CLIENT_METHOD_NOT_REGISTERED("invalid_client"),
    INVALID_CLIENT_NOT_NAMED("invalid_client"),
    INVALID_CLIENT_PUBLIC("invalid_client"),
    INVALID_CLIENT_SECRET_MISSING("invalid_client"),
    INVALID_CLIENT_SECRET_OF_PUBLIC("invalid_client"),
    INVALID_CLIENT_SECRET_WRONG("invalid_client"),
    INVALID_CLIENT_UNKNOWN("invalid_client"),

    INVALID_GRANT_CODE_EXPIRED("invalid_grant"),
    INVALID_GRANT_CODE_OF_ANOTHER("invalid_grant"),
    INVALID_GRANT_CODE_SPENT("invalid_grant"),
    INVALID_GRANT_CODE_UNKNOWN("invalid_grant"),
    INVALID_GRANT_CODE_VOID("invalid_grant"),
    INVALID_GRANT_CONSENT("invalid_grant"),
    INVALID_GRANT_REDIRECT_URI_MISSING("invalid_grant"),
    INVALID_GRANT_REDIRECT_URI_OTHER("invalid_grant"),
    INVALID_GRANT_REFRESH_TOKEN_EXPIRED("invalid_grant"),
    INVALID_GRANT_REFRESH_TOKEN_FAMILY_VOID("invalid_grant"),
    INVALID_GRANT_REFRESH_TOKEN_IS_ACCESS_TOKEN("invalid_grant"),
    INVALID_GRANT_REFRESH_TOKEN_OF_ANOTHER("invalid_grant"),
    INVALID_GRANT_REFRESH_TOKEN_REVOKED("invalid_grant"),
    INVALID_GRANT_REFRESH_TOKEN_SPENT("invalid_grant"),
    INVALID_GRANT_REFRESH_TOKEN_UNKNOWN("invalid_grant"),
    INVALID_GRANT_USER("invalid_grant"),
    INVALID_GRANT_VERIFIER_MALFORMED("invalid_grant"),
    INVALID_GRANT_VERIFIER_MISSING("invalid_grant"),
    INVALID_GRANT_VERIFIER_UNEXPECTED("invalid_grant"),
    INVALID_GRANT_VERIFIER_WRONG("invalid_grant"),

    INVALID_REQUEST_CHALLENGE_MALFORMED("invalid_request"),
    INVALID_REQUEST_CHALLENGE_METHOD("invalid_request"),
    INVALID_REQUEST_CHALLENGE_MISSING("invalid_request"),
    INVALID_REQUEST_CLAIMS_MALFORMED("invalid_request"),
    INVALID_REQUEST_CLIENT_DISABLED("invalid_request"),
    INVALID_REQUEST_CLIENT_ID_MISSING("invalid_request"),
    INVALID_REQUEST_CLIENT_ID_OF_ANOTHER("invalid_request"),
    INVALID_REQUEST_CLIENT_ID_REPEATED("invalid_request"),
    INVALID_REQUEST_CLIENT_UNKNOWN("invalid_request"),
    INVALID_REQUEST_CODE_MISSING("invalid_request"),
    INVALID_REQUEST_CONTENT_TYPE("invalid_request"),
    INVALID_REQUEST_FORM_MALFORMED("invalid_request"),
    INVALID_REQUEST_FORM_NOT_UTF_8("invalid_request"),
    INVALID_REQUEST_FORM_TOO_LARGE("invalid_request"),
    INVALID_REQUEST_GRANT_TYPE_MISSING("invalid_request"),
    INVALID_REQUEST_ID_TOKEN_HINT("invalid_request"),
    INVALID_REQUEST_ID_TOKEN_HINT_OF_ANOTHER("invalid_request"),
    INVALID_REQUEST_IN_QUERY("invalid_request"),
    INVALID_REQUEST_MAX_AGE("invalid_request"),
    INVALID_REQUEST_POST_LOGOUT_REDIRECT_URI("invalid_request"),
    INVALID_REQUEST_PROMPT_NONE_NOT_ALONE("invalid_request"),
    INVALID_REQUEST_PROMPT_UNKNOWN("invalid_request"),
    INVALID_REQUEST_REDIRECT_URI_MISSING("invalid_request"),
    INVALID_REQUEST_REDIRECT_URI_NOT_REGISTERED("invalid_request"),
    INVALID_REQUEST_REDIRECT_URI_REPEATED("invalid_request"),
    INVALID_REQUEST_REFRESH_TOKEN_MISSING("invalid_request"),
    INVALID_REQUEST_REPEATED("invalid_request"),
    INVALID_REQUEST_RESPONSE_MODE("invalid_request"),
    INVALID_REQUEST_RESPONSE_TYPE_MISSING("invalid_request"),
    INVALID_REQUEST_TOKEN_MISSING("invalid_request"),
    INVALID_REQUEST_TOKEN_REPEATED("invalid_request"),
    INVALID_REQUEST_TOO_LONG("invalid_request"),
    INVALID_REQUEST_TWO_METHODS("invalid_request"),

    INVALID_SCOPE_MALFORMED("invalid_scope"),
    INVALID_SCOPE_NOT_GRANTED("invalid_scope"),
    INVALID_SCOPE_NOT_HELD("invalid_scope"),
    INVALID_SCOPE_OF_PEOPLE("invalid_scope"),
    INVALID_SCOPE_UNKNOWN("invalid_scope"),
    INVALID_TARGET_MALFORMED("invalid_target"),
    INVALID_TARGET_NOT_HELD("invalid_target"),

    INVALID_TOKEN_USER("invalid_token"),

    LOGIN_REQUIRED_AGAIN("login_required"),
    LOGIN_REQUIRED_NOBODY("login_required"),
    LOGIN_REQUIRED_OTHER_USER("login_required"),

    REGISTRATION_NOT_SUPPORTED("registration_not_supported"),
    REQUEST_NOT_SUPPORTED("request_not_supported"),
    REQUEST_URI_NOT_SUPPORTED("request_uri_not_supported"),
    TEMPORARILY_UNAVAILABLE("temporarily_unavailable"),
    UNAUTHORIZED_CLIENT_GRANT("unauthorized_client"),
    UNAUTHORIZED_CLIENT_TOKEN_OF_ANOTHER("unauthorized_client"),
    UNSUPPORTED_GRANT_TYPE("unsupported_grant_type"),
    UNSUPPORTED_RESPONSE_TYPE("unsupported_response_type");

    private final String error;

    OAuthCause(String error) {
        this.error = error;
    }

    /** Returns the protocol error as replies spell it. */
    public String error() {
        return error;
    }

    /** Returns the error and, if it has several causes, the cause, such as {@code invalid-client.secret-wrong}. */
    public String key() {
        String group = group();
        String own = name().toLowerCase(Locale.ROOT).replace('_', '-').substring(group.length());
        return own.isEmpty() ? group : group + '.' + own.substring(1);
    }

    /** Returns the keys of all causes, and their groups. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (OAuthCause cause : values()) {
            names.add(cause.key());
            names.add(cause.group());
        }
        return names;
    }

    private String group() {
        return error.replace('_', '-');
    }

    /** Returns the status of a reply to a direct call (RFC 6749 §5.2, RFC 6750 §3.1). */
    public int status() {
        return switch (error) {
            case "invalid_client", "invalid_token" -> 401;
            case "insufficient_scope" -> 403;
            case "temporarily_unavailable" -> 503;
            default -> 400;
        };
    }
}
