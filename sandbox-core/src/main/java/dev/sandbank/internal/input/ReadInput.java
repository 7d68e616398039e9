package dev.sandbank.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Input;
import dev.sandbank.internal.model.Reading;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.Components;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.model.operation.Parameter.Style;
import dev.sandbank.internal.text.Cookies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that the input of a call is well-formed: path first, then query, headers and body. */
public final class ReadInput {

    private static final Map<String, String> CONTEXTS =
            Map.of("path", "path", "query", "query", "header", "headers", "cookie", "cookies");
    private static final List<String> BAD =
            List.of("!", "nonsense!", "-1", "0", "999999999", "1.5", "x", "[", "x".repeat(300), "x".repeat(2000));
    private static final int MOST_TOLD = 8;
    private static final int LONGEST_TOLD = 40;

    private final Checker checker;
    private final ParameterReader parameters;
    private final Set<String> readElsewhere;

    /**
     * Reads the calls of one bank.
     *
     * @param readElsewhere query parameters that other parts of the bank read
     */
    public ReadInput(Components components, Set<String> readElsewhere) {
        this.checker = new Checker(components);
        this.parameters = new ParameterReader(components);
        this.readElsewhere = readElsewhere;
    }

    public Reading read(Call call) {
        Map<String, JsonNode> values = new HashMap<>();
        for (String place : List.of("path", "query", "header", "cookie")) {
            List<Violation> wrong = readAll(call, place, values);
            if (!wrong.isEmpty()) {
                return new Reading.Malformed(
                        new Refusal.InputInvalid(CONTEXTS.getOrDefault(place, place), wrong), Optional.empty());
            }
        }
        return readBody(call, values);
    }

    /** Names unknown parameters, which are ignored, in case the caller expects an effect. */
    private String ignored(Call call) {
        List<String> unknown = call.request().query().names().stream()
                .filter(name ->
                        !readElsewhere.contains(name) && call.operation().ignores(name))
                .limit(MOST_TOLD)
                .map(ReadInput::shown)
                .toList();
        return unknown.isEmpty() ? "" : "; ignores the unknown parameter " + String.join(", ", unknown);
    }

    /** Shortens a name from outside, and replaces control characters and quotes. */
    private static String shown(String name) {
        String cut = name.length() > LONGEST_TOLD ? name.substring(0, LONGEST_TOLD) + "…" : name;
        return '"' + cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\"]", "�") + '"';
    }

    /** Returns values that a parameter must not have, if there are any. */
    public Stream<String> badValues(Parameter parameter) {
        return BAD.stream().filter(value -> !accepts(parameter, value));
    }

    /** Whether the description lists all values that a parameter may have. */
    public boolean isEnumerated(Parameter parameter) {
        return parameters.schema(parameter).has("enum");
    }

    /** Whether a parameter may have a value. */
    public boolean accepts(Parameter parameter, String text) {
        return checker.check(parameter.schema(), parameters.read(parameter, List.of(text)), parameter.name(), "?")
                .isEmpty();
    }

    /** Whether an operation's schema accepts this content, as it is sent. */
    public boolean accepts(Operation.Content content, JsonNode body) {
        JsonNode sent = ContentWriter.asSent(content, body);
        return checker.check(content.schema(content.mediaType()), sent, "", "?").isEmpty();
    }

    private List<Violation> readAll(Call call, String place, Map<String, JsonNode> values) {
        List<Violation> wrong = new ArrayList<>();
        for (Parameter parameter : call.operation().parameters()) {
            if (parameter.in().equals(place)) {
                read(call, parameter, values, wrong);
            }
        }
        return wrong;
    }

    private void read(Call call, Parameter parameter, Map<String, JsonNode> values, List<Violation> wrong) {
        if (parameter.style() == Style.DEEP_OBJECT) {
            readMembers(call, parameter, values, wrong);
            return;
        }
        List<String> texts = sent(call, parameter);
        boolean maySeveral = parameter.repeats() && parameters.takes(parameter, "array");
        if (texts.size() > 1 && !maySeveral) {
            wrong.add(new Violation(
                    property(parameter),
                    "maxItems",
                    Map.of("maxItems", 1),
                    property(parameter) + " must be sent once"));
        } else if (texts.isEmpty()) {
            absent(parameter, values).ifPresent(wrong::add);
        } else {
            take(call, parameter, parameters.read(parameter, texts), values, wrong);
        }
    }

    private void readMembers(Call call, Parameter parameter, Map<String, JsonNode> values, List<Violation> wrong) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        call.request().query().asMap().forEach((name, texts) -> {
            if (name.startsWith(parameter.name() + "[")) {
                members.put(name, texts);
            }
        });
        if (members.isEmpty()) {
            absent(parameter, values).ifPresent(wrong::add);
        } else {
            take(call, parameter, parameters.read(parameter, members), values, wrong);
        }
    }

    private void take(
            Call call, Parameter parameter, JsonNode value, Map<String, JsonNode> values, List<Violation> wrong) {
        wrong.addAll(checker.check(
                parameter.schema(), value, property(parameter), call.operation().id()));
        values.put(parameter.name(), value);
    }

    private static List<String> sent(Call call, Parameter parameter) {
        return switch (parameter.in()) {
            case "path" -> List.of(call.pathParameters().getOrDefault(parameter.name(), ""));
            case "query" -> combined(call.request().query().all(parameter.name()), parameter);
            case "cookie" -> Cookies.all(call.request().headers(), parameter.name());
            default -> combined(call.request().headers().all(parameter.name()), parameter);
        };
    }

    private static List<String> combined(List<String> sent, Parameter parameter) {
        String separator = parameter.in().equals("header") ? ", " : parameter.separator();
        return parameter.combine() && sent.size() > 1 ? List.of(String.join(separator, sent)) : sent;
    }

    private Optional<Violation> absent(Parameter parameter, Map<String, JsonNode> values) {
        JsonNode fallback = parameters.schema(parameter).path("default");
        if (!fallback.isMissingNode()) {
            values.put(parameter.name(), fallback);
        }
        return parameter.required()
                ? Optional.of(
                        new Violation(property(parameter), "required", Map.of(), property(parameter) + " is required"))
                : Optional.empty();
    }

    /** Returns the name for callers; header names are in lower case, as in HTTP/2. */
    private static String property(Parameter parameter) {
        return parameter.in().equals("header") ? parameter.name().toLowerCase(Locale.ROOT) : parameter.name();
    }

    private Reading readBody(Call call, Map<String, JsonNode> values) {
        Operation.Content content = call.operation().body();
        if (content == null) {
            return wellFormed(call, new Input(values, MissingNode.getInstance()));
        }
        Optional<Input> parameters = Optional.of(new Input(values, MissingNode.getInstance()));
        try {
            JsonNode body = ContentReader.read(content, call.request());
            JsonNode schema = content.schema(call.request().mediaType());
            List<Violation> wrong = body.isMissingNode()
                    ? List.of()
                    : checker.check(schema, body, "", call.operation().id());
            return wrong.isEmpty()
                    ? wellFormed(call, new Input(values, body))
                    : new Reading.Malformed(new Refusal.InputInvalid("body", wrong), parameters);
        } catch (ContentReader.RefusedInput e) {
            return new Reading.Malformed(e.refusal(), parameters);
        }
    }

    private Reading wellFormed(Call call, Input input) {
        return new Reading.WellFormed(input, "well-formed" + ignored(call));
    }
}
