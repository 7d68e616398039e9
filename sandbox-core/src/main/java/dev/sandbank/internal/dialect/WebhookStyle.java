package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.operation.Defaults;
import dev.sandbank.internal.model.operation.IdStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
 * @param attempts how many attempts it makes at most, the last pause again and again; null for one after each pause
 * @param retryWindow how long after the first attempt it makes others, in ISO 8601; zero or null for any time
 * @param failing what becomes of an endpoint that fails
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
        List<String> retries,
        @Nullable String attempts,
        @Nullable String retryWindow,
        Failing failing) {

    public static final String BASIC = "basic";
    public static final String BEARER = "bearer";
    private static final String SETTING = "setting.";

    public WebhookStyle {
        message = message == null ? IdStyle.UUID : message;
        headers = Defaults.orEmpty(headers);
        timestamp = timestamp == null ? "seconds" : timestamp;
        tolerance = tolerance == null ? "PT5M" : tolerance;
        credentials = Defaults.orEmpty(credentials);
        timeout = timeout == null ? "PT15S" : timeout;
        retries = Defaults.orEmpty(retries);
        failing = failing == null ? Failing.NOTHING : failing;
    }

    /** Returns the same with the values of settings in place of their names. */
    public WebhookStyle with(Settings settings) {
        UnaryOperator<@Nullable String> value = text -> text == null ? null : filled(text, settings);
        return new WebhookStyle(
                message,
                body,
                headers,
                timestamp,
                tolerance,
                signature,
                credentials,
                filled(timeout, settings),
                retries.stream().map(text -> filled(text, settings)).toList(),
                value.apply(attempts),
                value.apply(retryWindow),
                new Failing(value.apply(failing.disableAfter()), value.apply(failing.probe())));
    }

    private static String filled(String text, Settings settings) {
        return Templates.fill(
                        text,
                        name -> settings.find(name.substring(SETTING.length())).orElse(null))
                .orElse(text);
    }

    public Duration tolerated() {
        return Duration.parse(tolerance);
    }

    public Duration longestAnswer() {
        return Duration.parse(timeout);
    }

    /** Returns the time between each failed attempt and the next one. */
    public List<Duration> pauses() {
        List<Duration> pauses = retries.stream().map(Duration::parse).toList();
        if (attempts == null || pauses.isEmpty()) {
            return pauses;
        }
        return IntStream.range(0, Integer.parseInt(attempts) - 1)
                .mapToObj(index -> pauses.get(Math.min(index, pauses.size() - 1)))
                .toList();
    }

    /** Returns how long after the first attempt others are made; empty for any time. */
    public Optional<Duration> window() {
        return Optional.ofNullable(retryWindow).map(Duration::parse).filter(window -> !window.isZero());
    }

    /**
     * What becomes of an endpoint that fails.
     *
     * @param disableAfter after how long without a success it is disabled, in ISO 8601, or null
     * @param probe how often it is tried again once it is suspended, in ISO 8601; null if it is not suspended
     */
    public record Failing(
            @Nullable String disableAfter, @Nullable String probe) {

        /** Nothing becomes of it. */
        public static final Failing NOTHING = new Failing(null, null);

        public Optional<Duration> patience() {
            return Optional.ofNullable(disableAfter).map(Duration::parse);
        }

        /** Returns the time between probes; empty if a bank suspends no endpoint. */
        public Optional<Duration> pause() {
            return Optional.ofNullable(probe).map(Duration::parse);
        }

        public boolean isSuspending() {
            return probe != null;
        }
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
