package dev.sandbank.benchmarks;

import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.shaded.com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.text.BoundedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Calls a list, and reads the entries and blanks of its reply where the dialect says that they are. */
final class ListedItems {

    private final DryRun run;
    private final Caller caller;
    private final Operation operation;
    private final JsonNode view;

    ListedItems(DryRun run, Caller caller, Operation operation, Map<String, JsonNode> views) {
        this.run = run;
        this.caller = caller;
        this.operation = operation;
        this.view = views.getOrDefault(String.valueOf(operation.reply().view()), MissingNode.getInstance());
    }

    /** Returns the member by which replies show a fact of entries. */
    String shown(String fact) {
        return view.properties().stream()
                .filter(member -> isBlank(member.getValue().asText(), fact))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(fact);
    }

    /** Returns the id of an entry that a reply shows. */
    Optional<JsonNode> id(JsonNode item) {
        return Optional.of(item.path(shown("id"))).filter(JsonNode::isValueNode);
    }

    /** Returns the members that replies show. */
    List<String> members() {
        return view.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static boolean isBlank(String template, String fact) {
        return template.equals("${" + fact + "}") || template.startsWith("${" + fact + " else ");
    }

    /**
     * A reply.
     *
     * @param status its status
     * @param body its content; a missing node if it has none
     * @param items the entries that it shows
     * @param headers its header fields
     */
    record Shown(int status, JsonNode body, List<JsonNode> items, Map<String, String> headers) {}

    /** Returns one of these facts where the reply tells it: in its content, or in a header field. */
    Optional<String> told(Shown shown, String... facts) {
        return blank(facts)
                .map(place -> at(shown.body(), place))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .or(() -> operation.reply().headers().entrySet().stream()
                        .filter(header -> Stream.of(facts).anyMatch(fact -> isBlank(header.getValue(), fact)))
                        .flatMap(header -> Optional.ofNullable(shown.headers().get(header.getKey())).stream())
                        .findFirst());
    }

    Shown of(CallTemplate call) {
        var reply = run.explain(caller, call).reply();
        JsonNode body = reply.body() == null
                ? MissingNode.getInstance()
                : BoundedJson.find(reply.body().toString()).orElse(MissingNode.getInstance());
        List<JsonNode> items = new ArrayList<>();
        blank("items").ifPresent(place -> at(body, place).forEach(items::add));
        return new Shown(reply.status(), body, items, reply.headers());
    }

    /** Returns where the reply has one of these facts. */
    Optional<List<String>> blank(String... facts) {
        return find(
                operation.reply().body(),
                List.of(),
                template -> Stream.of(facts).anyMatch(fact -> isBlank(template, fact)));
    }

    private static Optional<List<String>> find(JsonNode template, List<String> steps, Predicate<String> fits) {
        if (template.isTextual() && fits.test(template.textValue())) {
            return Optional.of(steps);
        }
        if (template.isArray()) {
            return template.isEmpty() ? Optional.empty() : find(template.path(0), longer(steps, "0"), fits);
        }
        return template.properties().stream()
                .flatMap(member -> find(member.getValue(), longer(steps, member.getKey()), fits).stream())
                .findFirst();
    }

    private static List<String> longer(List<String> steps, String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }

    static JsonNode at(JsonNode body, List<String> steps) {
        JsonNode here = body;
        for (String step : steps) {
            here = here.isArray() ? here.path(Integer.parseInt(step)) : here.path(step);
        }
        return here;
    }

    /**
     * Returns a call that says something, in a parameter of the query or in a member of the content.
     *
     * @param place the parameter, or {@code /a/b} for a member
     * @param value null to say nothing there
     */
    static CallTemplate saying(CallTemplate call, String place, JsonNode value) {
        if (!place.startsWith("/")) {
            int dot = place.indexOf('.');
            boolean whole = dot < 0 || !call.operation().ignores(place);
            return value.isNull()
                    ? call.without(place)
                    : whole
                            ? call.with(place, value.asText())
                            : call.with(
                                    place.substring(0, dot),
                                    JsonNodeFactory.instance
                                            .objectNode()
                                            .<ObjectNode>set(place.substring(dot + 1), value)
                                            .toString());
        }
        ObjectNode content = call.body().isObject() ? call.body().deepCopy() : JsonNodeFactory.instance.objectNode();
        String[] steps = place.substring(1).split("/", -1);
        ObjectNode here = content;
        for (int i = 0; i < steps.length - 1; i++) {
            here = here.path(steps[i]) instanceof ObjectNode there ? there : here.putObject(steps[i]);
        }
        String last = steps[steps.length - 1];
        if (value.isNull()) {
            here.remove(last);
        } else {
            here.set(last, value);
        }
        return call.with(content);
    }

    static JsonNode number(long value, String place) {
        return place.startsWith("/")
                ? JsonNodeFactory.instance.numberNode(value)
                : TextNode.valueOf(String.valueOf(value));
    }

    static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
