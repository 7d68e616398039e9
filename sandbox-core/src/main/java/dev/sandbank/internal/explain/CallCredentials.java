package dev.sandbank.internal.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.input.ContentReader;
import dev.sandbank.internal.input.ContentWriter;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.SecurityRequirement;
import dev.sandbank.internal.model.operation.SecurityScheme;
import dev.sandbank.internal.text.MemberPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that an operation asks for, as one client has them.
 *
 * @param operation the operation
 * @param values by scheme: a token, an id and a secret with a colon between them, or a key; empty if the client has
 * none
 */
public record CallCredentials(Operation operation, Map<SecurityScheme, String> values) {

    public CallCredentials {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Returns the first alternative that the client has.
     *
     * @param client the client's entry
     * @param user the user that the credential should stand for, or null for the client itself
     * @param token an access token of that client and user, or null if none is issued to it
     */
    public static CallCredentials of(
            Operation operation, JsonNode client, @Nullable String user, @Nullable String token) {
        for (SecurityRequirement way : operation.requirements()) {
            Map<SecurityScheme, String> values = new LinkedHashMap<>();
            for (SecurityScheme scheme : way.schemes()) {
                value(scheme, client, user, token).ifPresent(value -> values.put(scheme, value));
            }
            if (!values.isEmpty() && values.size() == way.schemes().size()) {
                return new CallCredentials(operation, values);
            }
        }
        return new CallCredentials(operation, Map.of());
    }

    /**
     * Returns the client's credential for a scheme; one that is not a token stands for the client, or the one user
     * that it is bound to.
     */
    private static Optional<String> value(
            SecurityScheme scheme, JsonNode client, @Nullable String user, @Nullable String token) {
        if (scheme.isToken()) {
            return Optional.ofNullable(token);
        }
        JsonNode found = scheme.isKey() ? client.path("apiKeys").path(0) : client.path("secret");
        String prefix = scheme.isKey() ? "" : client.path("id").asText() + ":";
        return Optional.of(found)
                .filter(JsonNode::isTextual)
                .filter(text -> Objects.equals(user, client.path("user").textValue()))
                .map(text -> prefix + text.textValue());
    }

    /** Whether one of them is an access token. */
    public boolean haveToken() {
        return values.keySet().stream().anyMatch(SecurityScheme::isToken);
    }

    /** Returns the one that says most about what the call may do; empty if there is none. */
    public String first() {
        return values.values().stream().findFirst().orElse("");
    }

    public CallCredentials changed(UnaryOperator<String> change) {
        Map<SecurityScheme, String> others = new LinkedHashMap<>(values);
        others.replaceAll((scheme, value) -> change.apply(value));
        return new CallCredentials(operation, others);
    }

    /** Adds them to the request. */
    public CallRequest on(CallRequest request) {
        return on(request, false);
    }

    /** Adds invalid ones in their place to the request. */
    public CallRequest garbledOn(CallRequest request) {
        return on(request, true);
    }

    private CallRequest on(CallRequest request, boolean garbled) {
        CallRequest whole = request;
        for (Map.Entry<SecurityScheme, String> each : values.entrySet()) {
            SecurityScheme scheme = each.getKey();
            String value = each.getValue();
            if (scheme.isKey()) {
                whole = key(whole, scheme, garbled ? "" : value);
            } else {
                String word = scheme.prefix() + (scheme.isBasic() ? encoded(value) : value) + scheme.suffix();
                whole = whole.authorized(scheme.field(), garbled ? word + " " + value.replace(':', ' ') : word);
            }
        }
        return whole;
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private CallRequest key(CallRequest request, SecurityScheme scheme, String value) {
        String name = scheme.field();
        return switch (String.valueOf(scheme.in())) {
            case "query" -> request.withQuery(name, value);
            case "cookie" -> {
                String others = request.headers().getOrDefault("Cookie", "");
                yield request.withHeader("Cookie", (others.isEmpty() ? "" : others + "; ") + name + "=" + value);
            }
            case "body" -> inBody(request, name, value);
            default -> request.withHeader(name, value);
        };
    }

    /** Adds one more member to JSON content. */
    private CallRequest inBody(CallRequest request, String pointer, String value) {
        Operation.Content taken = operation.body();
        String mediaType = request.headers().getOrDefault("Content-Type", "");
        if (taken == null
                || !(ContentReader.find(taken, mediaType, request.body()).orElse(null) instanceof ObjectNode body)) {
            return request;
        }
        List<String> steps = MemberPath.of(pointer).names();
        ObjectNode place = body;
        for (String step : steps.subList(0, steps.size() - 1)) {
            place = place.path(step) instanceof ObjectNode inner ? inner : place.putObject(step);
        }
        place.set(steps.get(steps.size() - 1), TextNode.valueOf(value));
        return request.withBody(ContentWriter.write(taken, body));
    }
}
