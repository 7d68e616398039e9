package dev.sandbank.internal.webhook.sign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sandbank.BadDelivery.Attempt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A receiver of Standard Webhooks, written without Sandbank: a right one, or one with a fault. */
final class PlantedReceiver {

    /** What can be wrong with a receiver. */
    enum Fault {
        NO_SIGNATURE_CHECK,
        NO_TIMESTAMP_CHECK,
        NO_CHECK_OF_THE_FUTURE,
        TIMESTAMP_OUTSIDE_THE_SIGNED_TEXT,
        MESSAGE_ID_OUTSIDE_THE_SIGNED_TEXT,
        COMPARES_WITHOUT_SECRET,
        COMPARES_AS_MUCH_AS_IT_GETS,
        CHECKS_THE_FIRST_SIGNATURE_ONLY,
        TAKES_ANY_VERSION,
        STUMBLES_OVER_OTHER_VERSIONS,
        NOT_IDEMPOTENT,
        KNOWS_EVENTS_BY_THEIR_SIGNATURE,
        ANSWERS_BEFORE_IT_STORES,
        VERIFIES_REWRITTEN_JSON,
        READS_FIELD_NAMES_BY_THEIR_CASE,
        FAILS_FOR_UNKNOWN_TYPES,
        REFUSES_UNKNOWN_MEMBERS,
        REFUSES_LATE_EVENTS,
        KEEPS_ONLY_NEWER_EVENTS,
        FAILS_WITHOUT_A_FIELD,
        FAILS_IF_IT_CANNOT_DECODE,
        FAILS_IF_IT_IS_NOT_JSON,
        FAILS_WITHOUT_DATA
    }

    private static final Set<String> TYPES = Set.of("core.account.archived");
    private static final Set<String> MEMBERS = Set.of("id", "type", "createdAt", "data");

    private final byte[] secret;
    private final Instant now;
    private final @Nullable Fault fault;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Set<String> known = new HashSet<>();
    private final List<String> stored = new ArrayList<>();
    private Instant newest = Instant.MIN;

    PlantedReceiver(String secret, Instant now, @Nullable Fault fault) {
        this.secret = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        this.now = now;
        this.fault = fault;
    }

    int stored() {
        return stored.size();
    }

    /** Returns the status of its answer. */
    int receive(Attempt attempt) {
        Map<String, String> fields = fault == Fault.READS_FIELD_NAMES_BY_THEIR_CASE
                ? new HashMap<>(attempt.headers())
                : caseless(attempt.headers());
        String id = fields.get("webhook-id");
        String timestamp = fields.get("webhook-timestamp");
        String signature = fields.get("webhook-signature");
        if (id == null || timestamp == null || signature == null) {
            return fault == Fault.FAILS_WITHOUT_A_FIELD ? 500 : 400;
        }
        try {
            if (!isFresh(timestamp) || !isSigned(id, timestamp, attempt.body(), signature)) {
                return 401;
            }
            return handle(
                    fault == Fault.KNOWS_EVENTS_BY_THEIR_SIGNATURE ? signature : id, json.readTree(attempt.body()));
        } catch (JsonProcessingException bad) {
            return fault == Fault.FAILS_IF_IT_IS_NOT_JSON ? 500 : 400;
        } catch (IllegalArgumentException bad) {
            return fault == Fault.FAILS_IF_IT_CANNOT_DECODE ? 500 : 401;
        }
    }

    private static Map<String, String> caseless(Map<String, String> headers) {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(headers);
        return fields;
    }

    private boolean isFresh(String timestamp) {
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        Duration most = Duration.ofMinutes(5);
        return fault == Fault.NO_TIMESTAMP_CHECK
                || (age.compareTo(most) <= 0
                        && (fault == Fault.NO_CHECK_OF_THE_FUTURE
                                || age.negated().compareTo(most) <= 0));
    }

    private boolean isSigned(String id, String timestamp, String body, String signature)
            throws JsonProcessingException {
        if (fault == Fault.NO_SIGNATURE_CHECK) {
            return true;
        }
        String text =
                fault == Fault.VERIFIES_REWRITTEN_JSON ? json.readTree(body).toString() : body;
        if (matches(id + "." + timestamp + "." + text, signature, secret)) {
            return true;
        }
        JsonNode event = json.readTree(body);
        return switch (fault == null ? Fault.NO_SIGNATURE_CHECK : fault) {
            case TIMESTAMP_OUTSIDE_THE_SIGNED_TEXT ->
                matches(id + "." + created(event).getEpochSecond() + "." + body, signature, secret);
            case MESSAGE_ID_OUTSIDE_THE_SIGNED_TEXT ->
                matches("msg_first" + "." + timestamp + "." + body, signature, secret);
            case COMPARES_WITHOUT_SECRET -> matches(id + "." + timestamp + "." + body, signature, new byte[] {0});
            default -> false;
        };
    }

    private static Instant created(JsonNode event) {
        return Instant.parse(event.path("createdAt").asText());
    }

    private boolean matches(String text, String signature, byte[] key) {
        byte[] right = mac(text, key);
        List<String> all = List.of(signature.split(" ", -1));
        Stream<String> entries =
                fault == Fault.CHECKS_THE_FIRST_SIGNATURE_ONLY ? all.stream().limit(1) : all.stream();
        return entries.filter(this::isOfAKnownVersion)
                .map(entry -> Base64.getDecoder().decode(entry.substring(entry.indexOf(',') + 1)))
                .anyMatch(mac -> MessageDigest.isEqual(mac, cut(right, mac.length)));
    }

    private boolean isOfAKnownVersion(String entry) {
        String version = entry.substring(0, Math.max(0, entry.indexOf(',')));
        if (fault == Fault.STUMBLES_OVER_OTHER_VERSIONS && !version.equals("v1")) {
            throw new IllegalArgumentException("unknown version");
        }
        return version.equals("v1") || fault == Fault.TAKES_ANY_VERSION;
    }

    private byte[] cut(byte[] right, int length) {
        return fault == Fault.COMPARES_AS_MUCH_AS_IT_GETS && length > 0
                ? Arrays.copyOf(right, Math.min(length, right.length))
                : right;
    }

    private static byte[] mac(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private int handle(String id, JsonNode event) {
        if (event.path("data").isEmpty()) {
            return fault == Fault.FAILS_WITHOUT_DATA ? 500 : 400;
        }
        if (!TYPES.contains(event.path("type").asText().toLowerCase(Locale.ROOT))) {
            return fault == Fault.FAILS_FOR_UNKNOWN_TYPES ? 500 : 204;
        }
        if (fault == Fault.REFUSES_UNKNOWN_MEMBERS
                && !event.properties().stream().allMatch(member -> MEMBERS.contains(member.getKey()))) {
            return 400;
        }
        if (fault == Fault.REFUSES_LATE_EVENTS && created(event).isBefore(now.minus(Duration.ofMinutes(5)))) {
            return 400;
        }
        boolean isOvertaken =
                fault == Fault.KEEPS_ONLY_NEWER_EVENTS && created(event).isBefore(newest);
        boolean isNew = known.add(id) || fault == Fault.NOT_IDEMPOTENT;
        if (isNew && !isOvertaken && fault != Fault.ANSWERS_BEFORE_IT_STORES) {
            stored.add(id);
            newest = created(event);
        }
        return 204;
    }
}
