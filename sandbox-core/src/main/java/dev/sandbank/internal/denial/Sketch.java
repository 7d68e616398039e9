package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.bank.BankDefinition;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an operation, by the names that the dialect has for it. Immutable.
 *
 * @param operation the operation
 * @param parameters the values of its parameters, those in the path among them
 * @param body its content, or a missing node for none
 * @param impersonation what names whom the call is for, empty if nothing does
 * @param content what is sent instead of the content, or null
 */
record Sketch(
        Operation operation,
        Map<String, String> parameters,
        JsonNode body,
        String impersonation,
        @Nullable Content content) {

    /** Content as it is sent, whatever it is. */
    record Content(String mediaType, String text) {}

    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    Sketch {
        parameters = Map.copyOf(parameters);
    }

    Sketch with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new Sketch(operation, more, body, impersonation, content);
    }

    Sketch without(String parameter) {
        Map<String, String> fewer = new LinkedHashMap<>(parameters);
        fewer.remove(parameter);
        return new Sketch(operation, fewer, body, impersonation, content);
    }

    Sketch with(JsonNode other) {
        return new Sketch(operation, parameters, other, impersonation, content);
    }

    Sketch impersonation(String whom) {
        return new Sketch(operation, parameters, body, whom, content);
    }

    Sketch sending(String mediaType, String text) {
        return new Sketch(operation, parameters, body, impersonation, new Content(mediaType, text));
    }

    Sketch sendingNothing() {
        return with(MissingNode.getInstance());
    }

    /** Writes it down as a request without its credential. */
    Wire write(BankDefinition definition) {
        List<String> path = PLACE.matcher(operation.path())
                .results()
                .map(place -> parameters.getOrDefault(place.group(1), "unknown"))
                .toList();
        Map<String, String> query = in("query");
        Map<String, String> headers = in("header");
        Dialect.Impersonation rule = definition.dialect().impersonation();
        if (rule != null && !impersonation.isEmpty()) {
            (rule.header() == null ? query : headers).put(rule.name(), impersonation);
        }
        Content sent = sent();
        if (sent != null) {
            headers.put("Content-Type", sent.mediaType());
        }
        String target = definition.table().pathOf(operation.id(), path).orElseThrow();
        return new Wire(operation.method(), target, query, headers, sent == null ? "" : sent.text());
    }

    private @Nullable Content sent() {
        Operation.Content taken = operation.body();
        if (content != null || taken == null || body.isMissingNode()) {
            return content;
        }
        return new Content(taken.mediaTypes().get(0), body.toString());
    }

    private Map<String, String> in(String place) {
        Map<String, String> some = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            String value = parameters.get(parameter.name());
            if (parameter.in().equals(place) && value != null) {
                some.put(parameter.name(), value);
            }
        }
        return some;
    }
}
