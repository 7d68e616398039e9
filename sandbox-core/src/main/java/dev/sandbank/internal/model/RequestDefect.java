package dev.sandbank.internal.model;

import java.util.Map;

/**
 * Why a message is not a valid request: bad escapes, no {@code Host}, a huge header, a garbled request line, bad
 * chunking.
 *
 * @param status the HTTP status of the refusal
 * @param reason what was wrong, in a few words for the reply; never a secret of the request
 * @param cause the same for the journal, as precisely as it is known
 */
public record RequestDefect(int status, String reason, String cause) {

    private static final int SERVICE_UNAVAILABLE = 503;

    public static RequestDefect of(int status, String reason) {
        return new RequestDefect(status, reason, reason);
    }

    public Refusal refusal() {
        return new Refusal.Unreadable(
                key(), reason, status == SERVICE_UNAVAILABLE ? Map.of("status", status) : Map.of());
    }

    /**
     * Returns the refusal's key, which is no server error's if the client can mend it, such as an unknown HTTP version
     * or coding.
     */
    private String key() {
        return switch (status) {
            case 413 -> "body-too-large";
            case 414 -> "uri-too-long";
            case 431 -> "headers-too-large";
            case 500, 503 -> "internal-error";
            default -> "request-malformed";
        };
    }
}
