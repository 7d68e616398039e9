package dev.sandbank.internal.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.oidc.sign.Verifiers;
import dev.sandbank.internal.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * Client authentication by a signed assertion, {@code private_key_jwt} (OpenID Connect Core §9, RFC 7523 §3): the
 * client's own key, this server as audience, in time, and never the same {@code jti} twice.
 */
final class ClientAssertion {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    private final Function<String, Optional<Client>> clients;
    private final Issuer issuer;
    private final Store store;
    private final Supplier<Instant> now;

    ClientAssertion(Function<String, Optional<Client>> clients, Issuer issuer, Store store, Supplier<Instant> now) {
        this.clients = clients;
        this.issuer = issuer;
        this.store = store;
        this.now = now;
    }

    /** The client that signed the assertion of a request; nothing if any part of it is not right. */
    Optional<Client> client(TokenRequest call) {
        String assertion = call.parameter("client_assertion").orElse("");
        Optional<String> type = call.parameter("client_assertion_type").filter(TYPE::equals);
        return type.flatMap(known -> subject(assertion))
                .filter(id -> call.parameter("client_id").map(id::equals).orElse(true))
                .flatMap(clients)
                .filter(client -> client.mayAuthenticateBy("private_key_jwt"))
                .filter(client -> proves(client, assertion));
    }

    private boolean proves(Client client, String assertion) {
        return Optional.ofNullable(client.registration().jwks())
                .flatMap(jwks -> Verifiers.opened(assertion, jwks))
                .flatMap(ClientAssertion::parse)
                .filter(claims -> claims.path("iss").asText().equals(client.id())
                        && claims.path("sub").asText().equals(client.id())
                        && isForUs(claims.path("aud"))
                        && isInTime(claims)
                        && isFresh(client, claims))
                .isPresent();
    }

    private boolean isForUs(JsonNode audience) {
        return audience.isTextual()
                ? isUs(audience.asText())
                : StreamSupport.stream(audience.spliterator(), false).anyMatch(each -> isUs(each.asText()));
    }

    private boolean isUs(String audience) {
        return audience.equals(issuer.id()) || audience.equals(issuer.url("token"));
    }

    /** Compared as numbers: not every number of seconds is a moment. */
    private boolean isInTime(JsonNode claims) {
        long at = now.get().getEpochSecond();
        long expires = claims.path("exp").asLong();
        boolean started = !claims.has("nbf") || claims.path("nbf").asLong() <= at + LEEWAY.toSeconds();
        return claims.path("exp").isNumber() && at < expires && expires <= at + LONGEST_LIFE.toSeconds() && started;
    }

    private boolean isFresh(Client client, JsonNode claims) {
        String jti = claims.path("jti").asText();
        Instant expiry = Instant.ofEpochSecond(claims.path("exp").asLong());
        return !jti.isEmpty() && store.atomically(tables -> tables.sessions().useAssertion(client.id(), jti, expiry));
    }

    /** Who the assertion claims to be, before anything is verified. */
    private static Optional<String> subject(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return parse(claims).map(body -> body.path("sub").asText()).filter(id -> !id.isEmpty());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> parse(String claims) {
        try {
            return Optional.of(JSON.readTree(claims));
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }
}
