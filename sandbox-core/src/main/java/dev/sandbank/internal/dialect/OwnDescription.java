package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.model.operation.ReplyRule;
import dev.sandbank.internal.model.operation.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Derives an OpenAPI 3.1 description from a dialect without one; of replies it knows only the status. */
final class OwnDescription {

    private static final String SCHEME = "token";

    private final Dialect dialect;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private OwnDescription(Dialect dialect) {
        this.dialect = dialect;
    }

    static ObjectNode of(Dialect dialect) {
        return new OwnDescription(dialect).whole();
    }

    private ObjectNode whole() {
        document.put("openapi", "3.1.1");
        document.putObject("info").put("title", dialect.title()).put("version", "1");
        document.putArray("servers").addObject().put("url", dialect.api().base());
        ObjectNode paths = document.putObject("paths");
        dialect.operations().forEach(operation -> describe(operation, paths));
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject(SCHEME)
                .put("type", "http")
                .put("scheme", "bearer");
        dialect.offer().security().forEach((name, scheme) -> scheme(name, scheme, components));
        ObjectNode schemas = components.putObject("schemas");
        dialect.offer().components().schemas().forEach(schemas::set);
        return document;
    }

    private void describe(Operation operation, ObjectNode paths) {
        ObjectNode described = paths.withObjectProperty(operation.path())
                .putObject(operation.method().toLowerCase(Locale.ROOT));
        described.put("operationId", operation.id());
        security(operation, described.putArray("security"));
        ArrayNode parameters = described.putArray("parameters");
        operation.withParameters(dialect.offer().parameters()).parameters().forEach(parameter -> {
            describe(parameter, parameters.addObject());
        });
        Operation.Content body = operation.body();
        if (body != null) {
            ObjectNode content = described
                    .putObject("requestBody")
                    .put("required", body.required())
                    .putObject("content");
            body.mediaTypes().forEach(type -> content.putObject(type).set("schema", body.schema(type)));
        }
        ObjectNode responses = described.putObject("responses");
        ReplyRule reply = operation.reply();
        reply.statuses()
                .forEach(status -> responses.putObject(String.valueOf(status)).put("description", "The reply."));
        if (operation.work() != null && operation.work().replaces()) {
            responses
                    .putObject(String.valueOf(reply.replaced()))
                    .put("description", "The reply if an entry was replaced.");
        }
    }

    /**
     * Describes a security scheme; OpenAPI cannot express a key in the content, which the content's schema describes.
     */
    private static void scheme(String name, SecurityScheme scheme, ObjectNode components) {
        if (!scheme.isKeyIn("body")) {
            ObjectNode described =
                    components.withObjectProperty("securitySchemes").putObject(name);
            if (scheme.header() != null) {
                described.put("type", "apiKey").put("in", "header").put("name", scheme.header());
                return;
            }
            if (scheme.form() != null) {
                String word = scheme.prefix().split(" ", 2)[0];
                described.put("type", "http").put("scheme", word);
                return;
            }
            described.put("type", scheme.type());
            Optional.ofNullable(scheme.scheme()).ifPresent(word -> described.put("scheme", word));
            Optional.ofNullable(scheme.in()).ifPresent(place -> described.put("in", place));
            Optional.ofNullable(scheme.name()).ifPresent(field -> described.put("name", field));
        }
    }

    private void alternatives(Operation operation, List<Map<String, List<String>>> alternatives, ArrayNode security) {
        for (Map<String, List<String>> alternative : alternatives) {
            ObjectNode described = security.addObject();
            alternative.forEach((name, scopes) -> {
                SecurityScheme scheme = dialect.offer().security().get(name);
                if (scheme != null && !scheme.isKeyIn("body")) {
                    ArrayNode needed = described.putArray(name);
                    scopes.forEach(needed::add);
                    if (scheme.isToken()) {
                        operation.scopes().forEach(needed::add);
                    }
                }
            });
        }
    }

    private void security(Operation operation, ArrayNode security) {
        if (operation.access().security() != null) {
            alternatives(operation, operation.access().security(), security);
            return;
        }
        List<String> any = operation.anyScope().isEmpty() ? List.of("") : operation.anyScope();
        for (String one : any) {
            ArrayNode scopes = security.addObject().putArray(SCHEME);
            operation.scopes().forEach(scopes::add);
            if (!one.isEmpty()) {
                scopes.add(one);
            }
        }
    }

    private static void describe(Parameter parameter, ObjectNode described) {
        described.put("name", parameter.name()).put("in", parameter.in());
        described.put("required", parameter.required() || parameter.in().equals("path"));
        if (parameter.style() == Parameter.Style.JSON) {
            described.putObject("content").putObject("application/json").set("schema", parameter.schema());
        } else {
            described.put("style", parameter.style().toString());
            described.put("explode", Boolean.TRUE.equals(parameter.explode()));
            described.set("schema", parameter.schema());
        }
    }
}
