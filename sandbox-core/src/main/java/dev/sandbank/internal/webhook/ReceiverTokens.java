package dev.sandbank.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.text.BoundedJson;
import dev.sandbank.internal.webhook.send.PostOutcome;
import dev.sandbank.internal.webhook.send.PostOutcome.Answered;
import dev.sandbank.internal.webhook.send.PostOutcome.Unanswered;
import dev.sandbank.internal.webhook.sign.Sender.Basic;
import dev.sandbank.internal.webhook.sign.Sender.Bearer;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens that receivers' token servers gave the bank for its client credentials (RFC 6749 §4.4), until they
 * expire by the sandbox's clock. Nothing of them is stored or exported.
 *
 * <p>Safe for use by many threads.
 */
final class ReceiverTokens {

    private static final int MOST_KEPT = 100;
    private static final int LONGEST_TOKEN = 8192;
    private static final long LONGEST_LIFE = Duration.ofDays(3650).toSeconds();
    private static final int UNAUTHORIZED = 401;

    private final Map<ClientCredentials, Kept> kept = new ConcurrentHashMap<>();
    private final Map<ClientCredentials, CompletableFuture<Fetched>> underWay = new ConcurrentHashMap<>();
    private final Supplier<Instant> now;
    private final Poster poster;

    /**
     * What the bank shows a receiver's token server.
     *
     * @param scope what it asks for; empty for nothing
     */
    record ClientCredentials(String tokenUrl, String clientId, String clientSecret, String scope) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "client " + clientId + " at " + tokenUrl;
        }
    }

    /** Posts requests, within bounds. */
    interface Poster {

        CompletableFuture<PostOutcome> post(URI url, Map<String, String> headers, String body);
    }

    /**
     * A token that is kept.
     *
     * @param expiresAt when it expires, or null if its server does not say
     * @param expired an earlier one that has expired, or null if none is known
     */
    private record Kept(
            String token,
            @Nullable Instant expiresAt,
            @Nullable String expired) {

        boolean isValid(Instant now) {
            return expiresAt == null || now.isBefore(expiresAt);
        }
    }

    /**
     * What a token server gave.
     *
     * @param token null if it gave none
     * @param why why not
     */
    private record Fetched(@Nullable String token, String why) {}

    ReceiverTokens(Supplier<Instant> now, Poster poster) {
        this.now = now;
        this.poster = poster;
    }

    /** Returns the token that is valid now; empty if there is none. */
    Optional<Bearer> known(ClientCredentials of) {
        return Optional.ofNullable(kept.get(of))
                .filter(token -> token.isValid(now.get()))
                .map(token -> new Bearer(token.token(), token.expired()));
    }

    /** Forgets a token that a receiver has refused. */
    void refused(ClientCredentials of) {
        kept.remove(of);
    }

    /** Gets a token, if none is valid; completes with why there is none, and never exceptionally. */
    CompletableFuture<Optional<String>> prepare(ClientCredentials of) {
        return token(of).thenApply(got -> got.token() == null ? Optional.of(got.why()) : Optional.empty());
    }

    /** Posts something with a token; if the receiver refuses that, once more with a fresh one. */
    CompletableFuture<PostOutcome> post(
            ClientCredentials of, Function<Bearer, CompletableFuture<PostOutcome>> message) {
        return once(of, message).thenCompose(outcome -> {
            if (outcome instanceof Answered answered && answered.status() == UNAUTHORIZED) {
                refused(of);
                return once(of, message);
            }
            return CompletableFuture.completedFuture(outcome);
        });
    }

    private CompletableFuture<PostOutcome> once(
            ClientCredentials of, Function<Bearer, CompletableFuture<PostOutcome>> message) {
        return token(of)
                .thenCompose(got -> got.token() == null
                        ? CompletableFuture.completedFuture(new Unanswered("not sent: " + got.why()))
                        : message.apply(new Bearer(got.token(), null)));
    }

    private CompletableFuture<Fetched> token(ClientCredentials of) {
        Optional<Bearer> known = known(of);
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(new Fetched(known.get().token(), ""));
        }
        CompletableFuture<Fetched> fetching = new CompletableFuture<>();
        CompletableFuture<Fetched> before = underWay.putIfAbsent(of, fetching);
        if (before != null) {
            return before;
        }
        var unused = fetch(of).thenAccept(fetched -> {
            underWay.remove(of);
            fetching.complete(fetched);
        });
        return fetching;
    }

    private CompletableFuture<Fetched> fetch(ClientCredentials of) {
        String scope = of.scope().isEmpty() ? "" : "&scope=" + encoded(of.scope());
        Map<String, String> headers = Map.of(
                "Authorization",
                new Basic(encoded(of.clientId()), encoded(of.clientSecret())).authorization(),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "application/json");
        try {
            return poster.post(new URI(of.tokenUrl()), headers, "grant_type=client_credentials" + scope)
                    .thenApply(outcome -> read(of, outcome));
        } catch (URISyntaxException bad) {
            return CompletableFuture.completedFuture(new Fetched(null, "the URL of the token server is malformed"));
        }
    }

    /** Encodes as RFC 6749 §2.3.1 and appendix B say. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Fetched read(ClientCredentials of, PostOutcome outcome) {
        if (outcome instanceof Unanswered unanswered) {
            return new Fetched(null, "the token server did not answer (" + unanswered.why() + ")");
        }
        Answered answered = (Answered) outcome;
        Optional<JsonNode> told = answered.isTaken() ? BoundedJson.find(answered.content()) : Optional.empty();
        String token = told.map(reply -> reply.path("access_token"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(ReceiverTokens::isUsable)
                .orElse(null);
        if (token == null) {
            return new Fetched(null, "the token server answered with " + answered.status() + " and no token");
        }
        keep(of, token, told.get().path("expires_in"));
        return new Fetched(token, "");
    }

    /** Whether it can stand in a header field (RFC 6750 §2.1). */
    private static boolean isUsable(String token) {
        return !token.isEmpty()
                && token.length() <= LONGEST_TOKEN
                && token.chars().allMatch(each -> each > ' ' && each < 127);
    }

    private void keep(ClientCredentials of, String token, JsonNode life) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        Instant at = now.get();
        Instant expiresAt = life.isNumber() ? at.plusSeconds(Math.max(0, Math.min(life.asLong(), LONGEST_LIFE))) : null;
        kept.compute(of, (same, before) -> new Kept(token, expiresAt, expired(before, at)));
    }

    private static @Nullable String expired(@Nullable Kept before, Instant now) {
        return before == null ? null : before.isValid(now) ? before.expired() : before.token();
    }
}
