package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.operation.Defaults;
import dev.sandbank.internal.model.operation.IdStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the messages look that a bank sends to webhooks, how it signs them, and how often it tries.
 *
 * @param message the form of message ids, see {@link IdStyle}
 * @param body the body template
 * @param headers header templates
 * @param timestamp how a timestamp is written: {@code seconds}, {@code milliseconds} or {@code iso}
 * @param tolerance how far a timestamp may be from now, in ISO 8601
 * @param signature how messages are signed, or null if they are not
 * @param credentials how a message can carry the receiver's credentials: {@code basic}, {@code bearer}
 * @param timeout how long the bank waits for an answer, in ISO 8601
 * @param retries how long after each failed attempt the next one starts, in ISO 8601
 */
public record WebhookStyle(
        String message,
        JsonNode body,
        Map<String, String> headers,
        String timestamp,
        String tolerance,
        @Nullable Signature signature,
        List<String> credentials,
        String timeout,
        List<String> retries) {

    public static final String BASIC = "basic";
    public static final String BEARER = "bearer";

    public WebhookStyle {
        message = message == null ? IdStyle.UUID : message;
        headers = Defaults.orEmpty(headers);
        timestamp = timestamp == null ? "seconds" : timestamp;
        tolerance = tolerance == null ? "PT5M" : tolerance;
        credentials = Defaults.orEmpty(credentials);
        timeout = timeout == null ? "PT15S" : timeout;
        retries = Defaults.orEmpty(retries);
    }

    public Duration tolerated() {
        return Duration.parse(tolerance);
    }

    public Duration longestAnswer() {
        return Duration.parse(timeout);
    }

    /** Returns the time between each failed attempt and the next one. */
    public List<Duration> pauses() {
        return retries.stream().map(Duration::parse).toList();
    }

    /**
     * How messages are signed: by an HMAC with the endpoint's secret, or as a JWS (RFC 7515) by the sandbox's key.
     *
     * @param algorithm the JDK's name of an HMAC, or the JOSE name of a signature algorithm
     * @param over the template for the signed text
     * @param secret the form of secrets
     * @param encoding how the bytes of an HMAC are written: {@code base64}, {@code base64url} or {@code hex}
     * @param version the version of such signatures, or null
     * @param form the template for one HMAC
     * @param separator what stands between several HMACs, or null if there is only one
     * @param jws {@code detached} or {@code compact}
     * @param type the {@code typ} of a JWS; empty for none
     */
    public record Signature(
            String algorithm,
            String over,
            Secret secret,
            String encoding,
            @Nullable String version,
            String form,
            @Nullable String separator,
            String jws,
            String type) {

        private static final String HMAC = "Hmac";

        public Signature {
            over = over == null ? "${body}" : over;
            secret = secret == null ? new Secret("", 0, Secret.BASE64) : secret;
            encoding = encoding == null ? Secret.BASE64 : encoding;
            form = form == null ? "${mac}" : form;
            jws = jws == null ? "detached" : jws;
            type = type == null ? "" : type;
        }

        /** Whether it needs a secret that bank and receiver share. */
        public boolean isHmac() {
            return algorithm.startsWith(HMAC);
        }

        public boolean isDetached() {
            return jws.equals("detached");
        }
    }

    /**
     * The form of a secret.
     *
     * @param prefix what it begins with
     * @param bytes how many random bytes Sandbank puts into one
     * @param encoding how the key stands in it: {@code base64}, {@code base64url}, {@code hex}, or {@code text} if all
     * of its characters are the key
     */
    public record Secret(String prefix, int bytes, String encoding) {

        public static final String BASE64 = "base64";
        private static final int USUAL = 32;

        public Secret {
            prefix = prefix == null ? "" : prefix;
            bytes = bytes == 0 ? USUAL : bytes;
            encoding = encoding == null ? BASE64 : encoding;
        }
    }
}
