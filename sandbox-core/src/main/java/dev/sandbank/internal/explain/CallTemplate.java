package dev.sandbank.internal.explain;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.OperationTable;
import dev.sandbank.internal.input.ContentWriter;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.model.operation.ResourceRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call of an operation with the dialect's parameter names, independent of HTTP. Immutable.
 *
 * @param operation the operation
 * @param label the resources that it names, for people to distinguish calls; empty if none
 * @param parameters the values of its parameters, including those in the path
 * @param body its content, or a missing node for none
 * @param onBehalfOf the value that names the user the call is made for; empty for none
 * @param content raw content to send instead of the body, or null
 */
public record CallTemplate(
        Operation operation,
        String label,
        Map<String, String> parameters,
        JsonNode body,
        String onBehalfOf,
        @Nullable Content content) {

    /** Raw content. */
    public record Content(String mediaType, String text) {}

    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
    private static final Pattern OF_PARAMETER = Pattern.compile("\\$\\{parameter\\.([^} ]+)}");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    public CallTemplate {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        body = operation.body() == null ? body : ContentWriter.asSent(operation.body(), body);
    }

    /** Makes a call with these parameters and, if it takes content, this content. */
    static CallTemplate of(Operation operation, Map<String, String> parameters, JsonNode body) {
        return new CallTemplate(operation, "", parameters, body, "", null);
    }

    public CallTemplate with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return with(more);
    }

    public CallTemplate without(String parameter) {
        Map<String, String> fewer = new LinkedHashMap<>(parameters);
        fewer.remove(parameter);
        return with(fewer);
    }

    private CallTemplate with(Map<String, String> others) {
        return new CallTemplate(operation, label, others, body, onBehalfOf, content);
    }

    public CallTemplate with(JsonNode other) {
        return new CallTemplate(operation, label, parameters, other, onBehalfOf, content);
    }

    CallTemplate labelled(String other) {
        return new CallTemplate(operation, other, parameters, body, onBehalfOf, content);
    }

    public CallTemplate onBehalfOf(String whom) {
        return new CallTemplate(operation, label, parameters, body, whom, content);
    }

    public CallTemplate sending(String mediaType, String text) {
        return new CallTemplate(operation, label, parameters, body, onBehalfOf, new Content(mediaType, text));
    }

    public CallTemplate sendingNothing() {
        return with(MissingNode.getInstance());
    }

    /** Whether the call is incomplete without such a resource. */
    boolean needs(ResourceRule rule) {
        return switch (rule.in()) {
            case "path" -> true;
            case "body" -> !body.at(rule.name()).isMissingNode();
            case "subject", "single" -> false;
            default ->
                operation.parameters().stream()
                        .anyMatch(parameter -> parameter.name().equals(rule.name()) && parameter.required());
        };
    }

    /** Whether it names such a resource. */
    boolean names(ResourceRule rule) {
        return !rule.isOfParameters() || parameters.containsKey(rule.name());
    }

    /** Returns the resource that a parameter names. */
    Optional<String> named(ResourceRule rule) {
        return rule.isOfParameters() ? Optional.ofNullable(parameters.get(rule.name())) : Optional.empty();
    }

    /** Whether the content names such a resource, or can: it must not have what its schema does not describe. */
    public boolean canName(ResourceRule rule) {
        Operation.Content taken = operation.body();
        if (taken == null || !rule.in().equals("body") || !body.at(rule.name()).isMissingNode()) {
            return true;
        }
        JsonNode schema = taken.schema(taken.mediaType());
        for (JsonPointer rest = JsonPointer.compile(rule.name()); !rest.matches(); rest = rest.tail()) {
            if (!taken.components().mayHave(schema, rest.getMatchingProperty())) {
                return false;
            }
            schema = taken.components().property(schema, rest.getMatchingProperty());
        }
        return true;
    }

    /** Returns the call with another resource; in the content, in the form that the schema requires. */
    public CallTemplate naming(ResourceRule rule, String id) {
        if (!rule.in().equals("body")) {
            return with(rule.name(), id);
        }
        JsonPointer place = JsonPointer.compile(rule.name());
        if (!canName(rule) || !(body.at(place.head()) instanceof ObjectNode)) {
            return this;
        }
        ObjectNode copy = body.deepCopy();
        ObjectNode object = (ObjectNode) copy.at(place.head());
        String member = place.last().getMatchingProperty();
        if (object.path(member).isArray()) {
            object.putArray(member).add(node(place, true, id));
        } else {
            object.set(member, node(place, false, id));
        }
        return with(copy);
    }

    /** Returns the call with an entry, and with the parameters that the rule compares with its members. */
    CallTemplate naming(ResourceRule rule, Entry entry) {
        CallTemplate named = naming(rule, entry.idFor(rule));
        for (Map.Entry<String, JsonNode> member : rule.where().entrySet()) {
            Matcher parameter = OF_PARAMETER.matcher(member.getValue().asText());
            JsonNode value = Facts.at(entry.document(), member.getKey());
            named = value != null && parameter.matches() ? named.with(parameter.group(1), value.asText()) : named;
        }
        return named;
    }

    /** Returns an id as a text, or as a number if the schema accepts only numbers. */
    private JsonNode node(JsonPointer place, boolean inList, String id) {
        Operation.Content taken = operation.body();
        if (taken == null) {
            return TextNode.valueOf(id);
        }
        JsonNode schema = taken.schema(taken.mediaType());
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            schema = taken.components().property(schema, rest.getMatchingProperty());
        }
        String type = (inList ? taken.components().resolve(schema.path("items")) : schema)
                .path("type")
                .asText();
        boolean number = type.equals("integer") || type.equals("number");
        return number && INTEGER.matcher(id).matches() ? LongNode.valueOf(Long.parseLong(id)) : TextNode.valueOf(id);
    }

    /**
     * Makes a request without its credential.
     *
     * @param prefix the prefix of the environment
     */
    public CallRequest write(Dialect dialect, OperationTable table, String prefix) {
        List<String> path = PLACE.matcher(operation.path())
                .results()
                .map(place -> parameters.getOrDefault(place.group(1), "unknown"))
                .toList();
        Map<String, String> query = in("query");
        Map<String, String> headers = in("header");
        Dialect.Impersonation rule = dialect.impersonation();
        if (rule != null && !onBehalfOf.isEmpty()) {
            (rule.header() == null ? query : headers).put(rule.name(), onBehalfOf);
        }
        Content sent = sent();
        if (sent != null) {
            headers.put("Content-Type", sent.mediaType());
        }
        String target = prefix + table.pathOf(operation.id(), path).orElseThrow();
        return new CallRequest(operation.method(), target, query, headers, sent == null ? "" : sent.text());
    }

    private @Nullable Content sent() {
        Operation.Content taken = operation.body();
        return content != null || taken == null || body.isMissingNode()
                ? content
                : new Content(taken.mediaType(), ContentWriter.write(taken, body));
    }

    private Map<String, String> in(String place) {
        Map<String, String> some = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            String value = parameters.get(parameter.name());
            if (parameter.in().equals(place) && value != null) {
                some.putAll(parameter.written(value));
            }
        }
        return some;
    }
}
