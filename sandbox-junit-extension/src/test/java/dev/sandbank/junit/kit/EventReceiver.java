package dev.sandbank.junit.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sandbank.BadDelivery.Attempt;
import dev.sandbank.Sandbank;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of events, as an integrator would write it: a right one, or one with a fault. */
public final class EventReceiver {

    /** What can be wrong with it. */
    public enum Fault {
        NONE,
        TRUSTS_EVERYBODY,
        TAKES_OLD_MESSAGES,
        COMPARES_A_PREFIX,
        LOOKS_AT_ONE_SIGNATURE,
        SIGNS_REWRITTEN_JSON,
        COUNTS_TWICE,
        FAILS_FOR_NEW_TYPES,
        FAILS_IF_A_FIELD_IS_MISSING,
        FAILS_IF_IT_IS_NO_JSON,
        LOSES_WHAT_IT_ACKNOWLEDGES
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] secret;
    private final Instant now;
    private final Fault fault;
    private final Set<String> known = new HashSet<>();
    private final List<String> stored = new ArrayList<>();

    private EventReceiver(String secret, Instant now, Fault fault) {
        this.secret = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        this.now = now;
        this.fault = fault;
    }

    /** A receiver at an endpoint of a bank, with its secret and its time. */
    public static EventReceiver at(Sandbank bank, String endpoint, Fault fault) {
        return new EventReceiver(
                bank.webhooks().to(endpoint).secret(), bank.clock().now(), fault);
    }

    public static EventReceiver at(Sandbank bank, String endpoint) {
        return at(bank, endpoint, Fault.NONE);
    }

    /** How many events it has stored. */
    public int stored() {
        return stored.size();
    }

    /** Handles a request; returns the status of the answer. */
    public int receive(Attempt request) {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(request.headers());
        String id = fields.get("webhook-id");
        String timestamp = fields.get("webhook-timestamp");
        String signature = fields.get("webhook-signature");
        if (id == null || timestamp == null || signature == null) {
            return fault == Fault.FAILS_IF_A_FIELD_IS_MISSING ? 500 : 400;
        }
        try {
            return isFresh(timestamp) && isSigned(id + "." + timestamp + ".", request.body(), signature)
                    ? handle(id, JSON.readTree(request.body()))
                    : 401;
        } catch (IllegalArgumentException undecodable) {
            return 401;
        } catch (IOException noJson) {
            return fault == Fault.FAILS_IF_IT_IS_NO_JSON ? 500 : 400;
        }
    }

    private boolean isFresh(String timestamp) {
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        return fault == Fault.TAKES_OLD_MESSAGES || age.abs().compareTo(TOLERANCE) <= 0;
    }

    private boolean isSigned(String start, String body, String signatures) throws IOException {
        String text = fault == Fault.SIGNS_REWRITTEN_JSON ? JSON.readTree(body).toString() : body;
        byte[] right = mac(start + text);
        Stream<String> all = Stream.of(signatures.split(" "));
        return fault == Fault.TRUSTS_EVERYBODY
                || (fault == Fault.LOOKS_AT_ONE_SIGNATURE ? all.limit(1) : all)
                        .filter(each -> each.startsWith("v1,"))
                        .map(each -> Base64.getDecoder().decode(each.substring(3)))
                        .anyMatch(mac -> MessageDigest.isEqual(mac, comparable(right, mac.length)));
    }

    private byte[] comparable(byte[] right, int length) {
        return fault == Fault.COMPARES_A_PREFIX ? Arrays.copyOf(right, Math.min(length, right.length)) : right;
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private int handle(String id, JsonNode event) {
        if (event.path("data").isEmpty()) {
            return 400;
        }
        if (!event.path("type").asText().equals("balance-changed")) {
            return fault == Fault.FAILS_FOR_NEW_TYPES ? 500 : 204;
        }
        boolean isNew = known.add(id) || fault == Fault.COUNTS_TWICE;
        if (isNew && fault != Fault.LOSES_WHAT_IT_ACKNOWLEDGES) {
            stored.add(id);
        }
        return 204;
    }
}
