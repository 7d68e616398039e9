package dev.sandbank.internal.oidc.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.sign.Verifiers;
import dev.sandbank.internal.text.BoundedJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Client authentication by a signed assertion, {@code private_key_jwt} (OpenID Connect Core §9, RFC 7523 §3): the
 * client's own key, this server as audience, in time, and never the same {@code jti} twice.
 */
final class ClientAssertion {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final double LEEWAY = 60;
    private static final double LONGEST_LIFE = 24 * 60 * 60;

    private final OidcContext context;

    ClientAssertion(OidcContext context) {
        this.context = context;
    }

    /** The client that signed the assertion of a request; nothing if any part of it is not right. */
    Optional<Client> client(ClientRequest call) {
        String assertion = call.parameter("client_assertion").orElse("");
        Optional<String> type = call.parameter("client_assertion_type").filter(TYPE::equals);
        return type.flatMap(known -> subject(assertion))
                .filter(id -> call.parameter("client_id").map(id::equals).orElse(true))
                .flatMap(context::client)
                .filter(client -> client.mayAuthenticateBy("private_key_jwt"))
                .filter(client -> proves(client, assertion));
    }

    private boolean proves(Client client, String assertion) {
        return Optional.ofNullable(client.registration().jwks())
                .flatMap(jwks -> Verifiers.opened(assertion, jwks))
                .flatMap(BoundedJson::find)
                .filter(claims -> claims.path("iss").asText().equals(client.id())
                        && claims.path("sub").asText().equals(client.id())
                        && isForUs(claims.path("aud"))
                        && isInTime(claims)
                        && isFresh(client, claims))
                .isPresent();
    }

    private boolean isForUs(JsonNode audience) {
        return audience.isArray()
                ? StreamSupport.stream(audience.spliterator(), false).anyMatch(this::isUs)
                : isUs(audience);
    }

    /** The token server itself, or any of its endpoints that clients authenticate to: libraries differ. */
    private boolean isUs(JsonNode audience) {
        String name = audience.textValue();
        return name != null
                && !name.isEmpty()
                && (name.equals(context.issuer().id())
                        || DirectCalls.ENDPOINTS.stream()
                                .map(context.issuer()::url)
                                .anyMatch(name::equals));
    }

    /** In seconds, as numbers of any size: a number that no calendar reaches is wrong like any other. */
    private boolean isInTime(JsonNode claims) {
        double at = context.now().toEpochMilli() / 1000.0;
        JsonNode expires = claims.path("exp");
        JsonNode starts = claims.path("nbf");
        boolean ends = expires.isNumber() && at < expires.doubleValue() && expires.doubleValue() < at + LONGEST_LIFE;
        return ends && (starts.isMissingNode() || (starts.isNumber() && starts.doubleValue() <= at + LEEWAY));
    }

    private boolean isFresh(Client client, JsonNode claims) {
        String jti = claims.path("jti").asText();
        Instant expiry =
                Instant.ofEpochSecond((long) Math.ceil(claims.path("exp").doubleValue()));
        return !jti.isEmpty()
                && context.store().atomically(tables -> tables.sessions().useAssertion(client.id(), jti, expiry));
    }

    /** Who the assertion claims to be, before anything is verified. */
    private static Optional<String> subject(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return BoundedJson.find(claims)
                    .map(body -> body.path("sub").asText())
                    .filter(id -> !id.isEmpty());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
