package dev.sandbank.internal.model;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The {@code application/x-www-form-urlencoded} form of queries and bodies, read as UTF-8. */
public final class Forms {

    private Forms() {}

    /** The parameters in order, repeats included; nothing if an escape is malformed or not UTF-8. */
    public static Optional<Fields> parse(String text) {
        Fields fields = Fields.parameters();
        if (text.isEmpty()) {
            return Optional.of(fields);
        }
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
            Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            if (!pair.isEmpty()) {
                fields.add(name.get(), value.get());
            }
        }
        return Optional.of(fields);
    }

    /** Decodes one name or value; nothing if it is malformed. */
    public static Optional<String> decode(String text) {
        try {
            String bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
            return text.chars().anyMatch(character -> character > 0x7F)
                    ? Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8))
                    : Optional.of(utf8(bytes.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
