package dev.sandbank.internal.oidc.client;

import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.text.UrlEncoded;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A client id and secret of HTTP Basic, split at the first colon.
 *
 * <p>RFC 6749 §2.3.1 requires form-encoding of both parts, but many clients send them raw. So both readings are kept.
 */
public record BasicCredentials(String id, String secret) {

    private static final Pattern BASIC = Pattern.compile("(?i:basic) +([A-Za-z0-9+/]*=*)");

    /** Whether a header field has the scheme Basic. */
    static boolean isBasic(String field) {
        return field.split(" ", 2)[0].equalsIgnoreCase("basic");
    }

    /** The readings of one {@code Authorization} field, raw first; empty if it is not valid Basic. */
    static Set<BasicCredentials> readings(List<String> fields) {
        Set<BasicCredentials> readings = new LinkedHashSet<>();
        if (fields.size() == 1) {
            decode(fields.get(0)).filter(text -> text.indexOf(':') >= 0).ifPresent(text -> {
                BasicCredentials raw = split(text);
                readings.add(raw);
                raw.formDecoded().ifPresent(readings::add);
            });
        }
        return readings;
    }

    /** The client id in a request's Basic credentials. Nothing of it is verified. */
    public static Optional<String> clientId(Request request) {
        return clientIds(request).findFirst();
    }

    /** The client ids of all readings. */
    static Stream<String> clientIds(Request request) {
        return readings(request.headers().all("Authorization")).stream().map(BasicCredentials::id);
    }

    private static BasicCredentials split(String text) {
        int colon = text.indexOf(':');
        return new BasicCredentials(text.substring(0, colon), text.substring(colon + 1));
    }

    private Optional<BasicCredentials> formDecoded() {
        try {
            return Optional.of(new BasicCredentials(UrlEncoded.decode(id), UrlEncoded.decode(secret)));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(String field) {
        Matcher basic = BASIC.matcher(field);
        if (!basic.matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(basic.group(1));
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Basic credentials of " + id;
    }
}
