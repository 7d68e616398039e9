package dev.sandbank.internal.oidc.client;

import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_ALG;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_AUD_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_AUD_NOT_ISSUER;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_AUD_WRONG;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_ENCRYPTED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_EXP_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_EXP_PAST;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_EXP_TOO_FAR;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_ISS_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_ISS_WRONG;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_JTI_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_JTI_REUSED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_MALFORMED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_NBF_FUTURE;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_NBF_MALFORMED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_SUB_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_SUB_OTHER;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_TYPE_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_ASSERTION_TYPE_UNKNOWN;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_CLIENT_UNKNOWN;
import static dev.sandbank.internal.oidc.endpoint.OAuthError.invalidClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.sign.Verifiers;
import dev.sandbank.internal.text.BoundedJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * Authenticates clients by a signed assertion, {@code private_key_jwt} (OpenID Connect Core §9, RFC 7523 §3). The client's own key must
 * have signed it, this server must be its audience, it must be in time, and each {@code jti} counts only once.
 */
final class ClientAssertion {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final double LEEWAY = 60;
    private static final double LONGEST_LIFE = 24 * 60 * 60;

    private final OidcContext context;

    ClientAssertion(OidcContext context) {
        this.context = context;
    }

    /** The client that signed the assertion of a request. */
    Verdict<Client> client(ClientRequest call) {
        String assertion = call.parameter("client_assertion").orElse("");
        Optional<String> type = call.parameter("client_assertion_type");
        if (type.isEmpty()) {
            return invalidClient(INVALID_CLIENT_ASSERTION_TYPE_MISSING, "client_assertion_type is missing");
        }
        if (!type.get().equals(TYPE)) {
            return invalidClient(INVALID_CLIENT_ASSERTION_TYPE_UNKNOWN, "client_assertion_type must be " + TYPE);
        }
        if (assertion.split("\\.", -1).length == 5) {
            return invalidClient(
                    INVALID_CLIENT_ASSERTION_ENCRYPTED,
                    "The assertion is encrypted (JWE), and Sandbank decrypts none: it must only be signed");
        }
        if (part(assertion, 0)
                .filter(header -> header.path("alg").asText().equals("none"))
                .isPresent()) {
            return invalidClient(INVALID_CLIENT_ASSERTION_ALG, "The assertion is not signed: its alg is none");
        }
        return part(assertion, 1)
                .map(claims -> ofSubject(call, assertion, claims))
                .orElseGet(() -> invalidClient(
                        INVALID_CLIENT_ASSERTION_MALFORMED, "The assertion is not a JWT in compact form"));
    }

    private Verdict<Client> ofSubject(ClientRequest call, String assertion, JsonNode claims) {
        String id = claims.path("sub").asText();
        if (id.isEmpty()) {
            return invalidClient(INVALID_CLIENT_ASSERTION_SUB_MISSING, "The assertion has no sub");
        }
        if (call.parameter("client_id").filter(named -> !named.equals(id)).isPresent()) {
            return invalidClient(
                    INVALID_CLIENT_ASSERTION_SUB_OTHER,
                    "The sub of the assertion is " + OAuthError.quoted(id) + ", but client_id is another");
        }
        return context.client(id)
                .map(known -> AuthenticateClient.enabled(known)
                        .then(client -> AuthenticateClient.registered(client, "private_key_jwt", "sent an assertion"))
                        .then(client -> proves(client, assertion)))
                .orElseGet(() -> invalidClient(INVALID_CLIENT_UNKNOWN, context.noClient(id)));
    }

    private Verdict<Client> proves(Client client, String assertion) {
        String jwks = Objects.requireNonNullElse(client.registration().jwks(), "{}");
        Verifiers.Opened opened =
                Verifiers.opened(assertion, jwks, context.dialect().issuer().signingAlgorithms());
        if (opened.cause() != null) {
            return invalidClient(opened.cause(), opened.detail());
        }
        JsonNode claims = BoundedJson.find(Objects.requireNonNullElse(opened.claims(), ""))
                .orElseGet(MissingNode::getInstance);
        return issuer(client, claims)
                .then(known -> audience(known, claims))
                .then(known -> expiry(known, claims))
                .then(known -> start(known, claims))
                .then(known -> id(known, claims));
    }

    private static Verdict<Client> issuer(Client client, JsonNode claims) {
        String issuer = claims.path("iss").asText();
        if (issuer.isEmpty()) {
            return invalidClient(INVALID_CLIENT_ASSERTION_ISS_MISSING, "The assertion has no iss");
        }
        return issuer.equals(client.id())
                ? pass(client)
                : invalidClient(
                        INVALID_CLIENT_ASSERTION_ISS_WRONG,
                        "The iss of the assertion is " + OAuthError.quoted(issuer) + ", but must be the client "
                                + client.id());
    }

    private Verdict<Client> audience(Client client, JsonNode claims) {
        JsonNode audience = claims.path("aud");
        if (audience.isMissingNode() || audience.isNull()) {
            return invalidClient(INVALID_CLIENT_ASSERTION_AUD_MISSING, "The assertion has no aud");
        }
        if (context.settings()
                .find("assertionAudience")
                .filter("issuer"::equals)
                .isPresent()) {
            return context.issuer().isIssuer(audience.asText())
                    ? pass(client)
                    : invalidClient(
                            INVALID_CLIENT_ASSERTION_AUD_NOT_ISSUER,
                            "The aud of the assertion is " + OAuthError.quoted(audience.toString()) + ", not "
                                    + context.issuer().id() + " alone, as the setting assertionAudience requires");
        }
        return isForUs(audience)
                ? pass(client)
                : invalidClient(
                        INVALID_CLIENT_ASSERTION_AUD_WRONG,
                        "The aud of the assertion is " + OAuthError.quoted(audience.toString()) + ", not "
                                + context.issuer().id() + " or one of its endpoints");
    }

    private boolean isForUs(JsonNode audience) {
        return audience.isArray() ? audience.valueStream().anyMatch(this::isUs) : isUs(audience);
    }

    /** Whether an audience is the issuer or an endpoint that clients authenticate to: libraries differ. */
    private boolean isUs(JsonNode audience) {
        String name = audience.textValue();
        return name != null
                && (context.issuer().isIssuer(name)
                        || DirectCalls.ENDPOINTS.stream()
                                .anyMatch(endpoint -> context.issuer().isUrl(name, endpoint)));
    }

    /** Checks {@code exp}, in seconds. Compares numbers of any size, even those beyond what a calendar can hold. */
    private Verdict<Client> expiry(Client client, JsonNode claims) {
        JsonNode expires = claims.path("exp");
        if (!expires.isNumber()) {
            return invalidClient(INVALID_CLIENT_ASSERTION_EXP_MISSING, "The assertion has no exp that is a number");
        }
        String told = "The exp of the assertion is " + told(expires) + nowIs();
        if (expires.doubleValue() <= seconds()) {
            return invalidClient(INVALID_CLIENT_ASSERTION_EXP_PAST, told);
        }
        return expires.doubleValue() < seconds() + LONGEST_LIFE
                ? pass(client)
                : invalidClient(INVALID_CLIENT_ASSERTION_EXP_TOO_FAR, told + ": exp is more than a day ahead");
    }

    private Verdict<Client> start(Client client, JsonNode claims) {
        JsonNode starts = claims.path("nbf");
        if (!starts.isMissingNode() && !starts.isNumber()) {
            return invalidClient(INVALID_CLIENT_ASSERTION_NBF_MALFORMED, "The nbf of the assertion is not a number");
        }
        return starts.isMissingNode() || starts.doubleValue() <= seconds() + LEEWAY
                ? pass(client)
                : invalidClient(
                        INVALID_CLIENT_ASSERTION_NBF_FUTURE, "The nbf of the assertion is " + told(starts) + nowIs());
    }

    /** Quotes a number that a caller sent; it may be long. */
    private static String told(JsonNode number) {
        return OAuthError.quoted(number.toString());
    }

    private String nowIs() {
        return ", and it is now " + context.now().getEpochSecond();
    }

    private double seconds() {
        return context.now().toEpochMilli() / 1000.0;
    }

    private Verdict<Client> id(Client client, JsonNode claims) {
        String jti = claims.path("jti").asText();
        if (jti.isEmpty()) {
            return invalidClient(INVALID_CLIENT_ASSERTION_JTI_MISSING, "The assertion has no jti");
        }
        Instant expiry =
                Instant.ofEpochSecond((long) Math.ceil(claims.path("exp").doubleValue()));
        return context.store().atomically(tables -> tables.sessions().useAssertion(client.id(), jti, expiry))
                ? pass(client)
                : invalidClient(
                        INVALID_CLIENT_ASSERTION_JTI_REUSED, "The jti of the assertion was used " + used(client, jti));
    }

    private String used(Client client, String jti) {
        return context.store()
                .sessions()
                .assertionUsedIn(client.id(), jti)
                .map(context.store().place()::told)
                .orElse("before, or may have been: Sandbank no longer remembers");
    }

    private static Verdict<Client> pass(Client client) {
        return Verdict.pass(client, client.toString());
    }

    /** Reads a part of the assertion, before anything is verified. */
    private static Optional<JsonNode> part(String assertion, int index) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return BoundedJson.find(new String(Base64.getUrlDecoder().decode(parts[index]), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
