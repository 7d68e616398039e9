package dev.sandbank.internal.webhook.sign;

import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.dialect.WebhookStyle;
import dev.sandbank.internal.dialect.WebhookStyle.Signature;
import dev.sandbank.internal.model.operation.Facts;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs messages as a bank does, and writes their header fields. */
public final class MessageSigner {

    static final String AUTHORIZATION = "Authorization";
    static final String MESSAGE = "message";
    static final String TIMESTAMP = "timestamp";
    static final String SIGNATURE = "signature";
    private static final String BODY = "body";
    private static final String TYPE = "Content-Type";

    private final WebhookStyle style;
    private final Sender sender;

    public MessageSigner(WebhookStyle style, Sender sender) {
        this.style = style;
        this.sender = sender;
    }

    /** Returns the header fields of an attempt at a moment, without those that every HTTP client adds. */
    public Map<String, String> headers(Message message, Instant at) {
        return headers(message, timestamp(at));
    }

    Map<String, String> headers(Message message, String timestamp) {
        return headers(message, timestamp, signature(message, timestamp));
    }

    Map<String, String> headers(Message message, String timestamp, String signature) {
        Map<String, String> filled = new LinkedHashMap<>();
        if (style.headers().keySet().stream().noneMatch(TYPE::equalsIgnoreCase)) {
            filled.put(TYPE, "application/json");
        }
        Facts facts = facts(message, timestamp, signature);
        style.headers()
                .forEach((name, template) ->
                        Templates.fill(template, facts).ifPresent(value -> filled.put(name, value)));
        if (sender.credentials() != null) {
            filled.put(AUTHORIZATION, sender.credentials().authorization());
        }
        return filled;
    }

    /** Writes a moment as the bank's timestamps are. */
    String timestamp(Instant at) {
        return switch (style.timestamp()) {
            case "milliseconds" -> String.valueOf(at.toEpochMilli());
            case "iso" -> at.toString();
            default -> String.valueOf(at.getEpochSecond());
        };
    }

    /** Returns all signatures of a message: one for each secret, the newest first; empty if the bank does not sign. */
    String signature(Message message, String timestamp) {
        Signature how = style.signature();
        if (how == null) {
            return "";
        }
        String text = text(how, message, timestamp);
        if (!how.isHmac()) {
            return jws(
                    how, sender.keys().sign(how.algorithm(), how.type(), text).text());
        }
        List<String> secrets = how.separator() == null
                ? sender.secrets().subList(0, Math.min(1, sender.secrets().size()))
                : sender.secrets();
        return secrets.stream()
                .map(secret -> one(how, text, Secrets.key(how.secret(), secret)))
                .collect(Collectors.joining(String.valueOf(how.separator())));
    }

    /** Returns the signed text. */
    static String text(Signature how, Message message, String timestamp) {
        return Templates.fill(how.over(), facts(message, timestamp, "")).orElse("");
    }

    /** Leaves out the payload of a detached JWS (RFC 7515, appendix F). */
    static String jws(Signature how, String compact) {
        return how.isDetached()
                ? compact.substring(0, compact.indexOf('.') + 1) + compact.substring(compact.lastIndexOf('.'))
                : compact;
    }

    /** Writes one HMAC in the bank's form. */
    static String one(Signature how, String text, byte[] key) {
        return written(how, mac(how, text, key), how.version());
    }

    /** Returns an HMAC by a secret, without its form. */
    static String mac(Signature how, String text, String secret) {
        return mac(how, text, Secrets.key(how.secret(), secret));
    }

    /** Fills the form of one signature. */
    static String written(Signature how, String mac, @Nullable String version) {
        return Templates.fill(how.form(), name -> switch (name) {
                    case "mac" -> mac;
                    case "version" -> version;
                    default -> null;
                })
                .orElse(mac);
    }

    private static String mac(Signature how, String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance(how.algorithm());
            mac.init(new SecretKeySpec(key, how.algorithm()));
            return Secrets.encoded(how.encoding(), mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has this HMAC", e);
        }
    }

    private static Facts facts(Message message, String timestamp, String signature) {
        return name -> switch (name) {
            case MESSAGE -> message.id();
            case TIMESTAMP -> timestamp;
            case SIGNATURE -> signature;
            case BODY -> message.body();
            default -> message.facts().get(name);
        };
    }
}
