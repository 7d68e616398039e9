package dev.sandbank.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.webhook.ReceiverTokens.ClientCredentials;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of events, as an entry of {@code webhooks} has it.
 *
 * @param id its id
 * @param document its members: {@code types} or {@code categories} if it does not want all, {@code secret}, {@code
 *     disabled} if it gets no events, {@code paused} if they wait, {@code deliverTo} if the sandbox posts them; at a bank
 *     that suspends endpoints also {@code state}, and {@code probeAt} if the bank has suspended it
 * @param client the client that takes logout tokens there, and gets nothing else; null if it is for events
 */
public record Endpoint(
        String id, ObjectNode document, @Nullable ClientReceiver client) {

    static final String SECRET = "secret";
    static final String OLD_SECRET = "oldSecret";
    static final String PAUSED = "paused";
    static final String DELIVER_TO = "deliverTo";
    static final String URL = "url";
    static final String STATE = "state";
    static final String SUSPENDED = "suspended";
    static final String ACTIVE = "active";
    static final String FAILING_SINCE = "failingSince";
    private static final String PROBE_AT = "probeAt";
    private static final String INACTIVE = "inactive";
    private static final String DISABLED = "disabled";
    static final String CLIENT = "client";

    /**
     * A client that takes logout tokens.
     *
     * @param posted where the sandbox posts them unasked, or null if nowhere
     * @param isSessionRequired whether the client requires that they name the session
     */
    record ClientReceiver(@Nullable String posted, boolean isSessionRequired) {}

    static Endpoint of(Entry entry) {
        return new Endpoint(entry.id(), entry.document(), null);
    }

    /** Whether it wants events of a type. */
    boolean wants(String type, @Nullable String category) {
        JsonNode types = document.path("types");
        JsonNode categories = document.path("categories");
        boolean all = !types.isArray() && !categories.isArray();
        return all || has(types, type) || (category != null && has(categories, category));
    }

    private static boolean has(JsonNode list, String text) {
        return list.valueStream().anyMatch(each -> each.asText().equals(text));
    }

    /** Returns the secrets that sign for it, the newest first. */
    List<String> secrets() {
        return Stream.of(SECRET, OLD_SECRET)
                .map(document::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /** Returns the secret that signs for it; empty if none does. */
    public Optional<String> secret() {
        return secrets().stream().findFirst();
    }

    /** Whether it gets no events. */
    boolean isDisabled() {
        return document.path(DISABLED).asBoolean() || isIn(INACTIVE);
    }

    /** Whether its events wait until it goes on. */
    public boolean isPaused() {
        return document.path(PAUSED).asBoolean() || isIn(SUSPENDED);
    }

    /** Returns when the bank tries an endpoint again that it has suspended; empty if it has not. */
    Optional<Instant> probeAt() {
        return isPaused() ? instant(PROBE_AT) : Optional.empty();
    }

    private Optional<Instant> instant(String member) {
        return Optional.of(document.path(member)).filter(JsonNode::isTextual).map(text -> Instant.parse(text.asText()));
    }

    /** Lets its events wait, in the bank's words if it has some. */
    void pause() {
        if (document.has(STATE)) {
            document.put(STATE, SUSPENDED);
        } else {
            document.put(PAUSED, true);
        }
        document.remove(PROBE_AT);
    }

    /** Suspends it until it is tried again. */
    void probe(Instant at) {
        pause();
        document.put(PROBE_AT, at.toString());
    }

    /** Notes that an attempt has failed; if all have for so long, disables it. */
    void failing(Instant now, Duration patience) {
        Instant since = instant(FAILING_SINCE).orElse(now);
        document.put(FAILING_SINCE, since.toString());
        if (!now.isBefore(since.plus(patience))) {
            document.put(DISABLED, true);
        }
    }

    /** Lets it go on, also if the bank has suspended or disabled it. */
    void resume() {
        if (document.remove(FAILING_SINCE) != null) {
            document.remove(DISABLED);
        }
        document.remove(List.of(PAUSED, PROBE_AT));
        if (isIn(SUSPENDED)) {
            document.put(STATE, ACTIVE);
        }
    }

    /** Returns the URL to which the sandbox posts; empty if tests take deliveries themselves. */
    public Optional<String> deliverTo() {
        return Stream.of(DELIVER_TO, URL)
                .map(document::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .or(() -> Optional.ofNullable(client).map(ClientReceiver::posted));
    }

    /** Returns what gets the bank a token for it; empty if it wants none. */
    Optional<ClientCredentials> clientCredentials() {
        JsonNode told = document.at("/auth/clientCredentials");
        return told.isObject()
                ? Optional.of(new ClientCredentials(
                        told.path("tokenUrl").asText(),
                        told.path("clientId").asText(),
                        told.path("clientSecret").asText(),
                        told.path("scope").asText()))
                : Optional.empty();
    }

    private boolean isIn(String state) {
        return document.path(STATE).asText().equals(state);
    }
}
