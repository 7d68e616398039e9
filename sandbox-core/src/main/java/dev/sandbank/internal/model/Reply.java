package dev.sandbank.internal.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The reply to a request: status, headers and a text body; the empty text is no body at all.
 *
 * @param status the HTTP status
 * @param headers header fields in the order they are sent, {@code Content-Type} among them
 * @param body the content as text, sent as UTF-8
 * @param delivery how much of it arrives
 */
public record Reply(int status, Map<String, String> headers, String body, Delivery delivery) implements Outcome {

    /** How much of a reply arrives: all of it, unless a test injects a fault. */
    public enum Delivery {
        WHOLE,
        IN_PART,
        NOT_AT_ALL
    }

    /** Three quarters of what the server can send, counting a byte for each character. */
    private static final int MOST_OF_HEADERS = 768 * 1024;

    private static final String CONTENT_TYPE = "Content-Type";

    public Reply {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public Reply(int status, Map<String, String> headers, String body) {
        this(status, headers, body, Delivery.WHOLE);
    }

    @Override
    public Reply going(Function<Supplier<? extends Outcome>, ? extends Outcome> how) {
        return this;
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    public static Reply of(int status, String contentType, String body) {
        return new Reply(status, Map.of(CONTENT_TYPE, contentType), body);
    }

    public Reply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body, delivery);
    }

    /** Returns the reply without a header field; letter case does not matter. */
    public Reply withoutHeader(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.keySet().removeIf(name::equalsIgnoreCase);
        return new Reply(status, fewer, body, delivery);
    }

    /** Returns the reply without those header fields that, with the ones before them, are too long to send. */
    public Reply sendable() {
        int left = MOST_OF_HEADERS;
        Map<String, String> sent = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            left -= header.getValue().length();
            if (left >= 0) {
                sent.put(header.getKey(), header.getValue());
            } else {
                left += header.getValue().length();
            }
        }
        return sent.size() == headers.size() ? this : new Reply(status, sent, body, delivery);
    }

    /** Returns the reply with this delivery. */
    public Reply delivered(Delivery how) {
        return new Reply(status, headers, body, how);
    }

    public Reply withBody(String text) {
        return new Reply(status, headers, text, delivery);
    }

    /** Returns the reply without content, as the answer to {@code HEAD}. */
    public Reply withoutBody() {
        return withBody("");
    }

    public Optional<String> contentType() {
        return Optional.ofNullable(headers.get(CONTENT_TYPE));
    }
}
