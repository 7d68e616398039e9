package dev.sandbank.internal.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Parses {@code application/x-www-form-urlencoded} parameters strictly: malformed ones are refused. */
public final class UrlEncoded {

    private UrlEncoded() {}

    /**
     * Reads parameters; repeats and empty values are kept, a name without {@code =} has the empty value.
     *
     * @throws IllegalArgumentException if an escape is malformed or the decoded bytes are not UTF-8
     */
    public static Fields parse(String text) {
        Fields parameters = Fields.parameters();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.add(decode(name), decode(value));
            }
        }
        return parameters;
    }

    /**
     * Decodes one name or value.
     *
     * @throws IllegalArgumentException if an escape is malformed or the decoded bytes are not UTF-8
     */
    public static String decode(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : utf8(unescape(text));
    }

    private static byte[] unescape(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.write(hex(raw, i + 1) << 4 | hex(raw, i + 2));
                i += 2;
            } else {
                bytes.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return bytes.toByteArray();
    }

    private static int hex(byte[] raw, int index) {
        int digit = index < raw.length ? Character.digit(raw[index], 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("malformed percent escape");
        }
        return digit;
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("escaped bytes are not UTF-8", e);
        }
    }
}
