package dev.sandbank.internal.webhook.sign;

import dev.sandbank.internal.dialect.WebhookStyle.Secret;
import dev.sandbank.internal.model.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** The secrets that a bank and a receiver share, in the form that the dialect says. */
public final class Secrets {

    private static final String DIGITS = "0123456789abcdef";

    private Secrets() {}

    /** Makes a secret. */
    public static String make(Secret form, Ids ids) {
        String encoding = form.encoding().equals("text") ? "hex" : form.encoding();
        return form.prefix() + encoded(encoding, random(form.bytes(), ids));
    }

    static byte[] random(int bytes, Ids ids) {
        return HexFormat.of().parseHex(ids.text(DIGITS, 2 * bytes));
    }

    /**
     * Returns the key in a secret.
     *
     * @throws IllegalArgumentException if the secret is not of this form; the message says what was expected, without
     * the secret
     */
    public static byte[] key(Secret form, String secret) {
        if (form.encoding().equals("text")) {
            return secret.getBytes(StandardCharsets.UTF_8);
        }
        String encoded = secret.startsWith(form.prefix())
                ? secret.substring(form.prefix().length())
                : "";
        byte[] key = decoded(form, encoded);
        if (key.length == 0) {
            throw wrong(form);
        }
        return key;
    }

    private static byte[] decoded(Secret form, String encoded) {
        try {
            return switch (form.encoding()) {
                case "hex" -> HexFormat.of().parseHex(encoded);
                case "base64url" -> Base64.getUrlDecoder().decode(encoded);
                default -> Base64.getDecoder().decode(encoded);
            };
        } catch (IllegalArgumentException bad) {
            throw wrong(form);
        }
    }

    private static IllegalArgumentException wrong(Secret form) {
        return new IllegalArgumentException("expected a secret: "
                + (form.prefix().isEmpty() ? "" : "\"" + form.prefix() + "\" and ")
                + "a key in " + form.encoding());
    }

    /** Writes bytes in {@code base64}, {@code base64url} without padding, or {@code hex}. */
    static String encoded(String encoding, byte[] bytes) {
        return switch (encoding) {
            case "hex" -> HexFormat.of().formatHex(bytes);
            case "base64url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            default -> Base64.getEncoder().encodeToString(bytes);
        };
    }
}
