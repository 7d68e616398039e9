package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.BankDefinition;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.explain.CallRequest;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.input.ContentReader;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.SentCredentials;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.model.operation.Route;
import dev.sandbank.internal.model.operation.SecurityScheme;
import dev.sandbank.internal.text.MemberPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a request with the arranged call in what matters for the refusal: the resources that it names and the part
 * that was changed must be the same; the rest is up to the client.
 *
 * @param definition the bank
 * @param honest the call that is allowed
 * @param call the changed call
 * @param wire the same as it is sent
 * @param gate the gate that refuses it
 */
record CallComparison(
        BankDefinition definition, CallTemplate honest, CallTemplate call, CallRequest wire, Optional<GateName> gate) {

    private static final int LONGEST = 60;

    List<String> differences(Request request) {
        if (!(definition.table().find(request.method(), request.path()) instanceof Route.Found found)
                || !found.operation().id().equals(call.operation().id())) {
            return List.of("it is not a call of " + call.operation().id());
        }
        List<String> all = new ArrayList<>();
        if (gate.filter(GateName.TOKEN::equals).isPresent()) {
            all.addAll(credentials(request));
        }
        parameters(request, found.pathParameters(), all);
        acting(request, all);
        content(request, all);
        return List.copyOf(all);
    }

    /** Returns the differences in credentials, without their values. */
    private List<String> credentials(Request request) {
        Request arranged = wire.toRequest("");
        return Stream.concat(
                        Stream.of(SecurityScheme.BEARER),
                        call.operation().requirements().stream().flatMap(way -> way.schemes().stream()))
                .distinct()
                .filter(scheme -> !sent(scheme, request).equals(sent(scheme, arranged)))
                .map(scheme -> told(scheme, !sent(scheme, arranged).isEmpty()))
                .distinct()
                .toList();
    }

    private static String told(SecurityScheme scheme, boolean arranged) {
        String what = scheme.isKey() ? "key" : "token";
        return arranged ? "its " + what + " is not the arranged one" : "it has a " + what;
    }

    private List<String> sent(SecurityScheme scheme, Request request) {
        Operation.Content taken = call.operation().body();
        return !scheme.isKeyIn("body") || taken == null
                ? SentCredentials.of(scheme, request)
                : ContentReader.find(taken, request.mediaType(), request.body().text()).stream()
                        .map(body -> MemberPath.of(scheme.field()).in(body).asText())
                        .toList();
    }

    private void parameters(Request request, Map<String, String> ofPath, List<String> all) {
        for (Parameter parameter : call.operation().parameters()) {
            String arranged = call.parameters().get(parameter.name());
            boolean varied = !Objects.equals(arranged, honest.parameters().get(parameter.name()));
            String arrived = switch (parameter.in()) {
                case "path" -> ofPath.get(parameter.name());
                case "query" -> request.query().first(parameter.name()).orElse(null);
                default -> request.headers().first(parameter.name()).orElse(null);
            };
            boolean telling = varied || (arranged != null && namesSomething(parameter));
            if (telling && !Objects.equals(arranged, arrived)) {
                all.add("its " + parameter.name() + " is not " + told(arranged));
            }
        }
    }

    private boolean namesSomething(Parameter parameter) {
        return parameter.in().equals("path")
                || call.operation().resources().stream()
                        .anyMatch(rule -> rule.isOfParameters() && rule.name().equals(parameter.name()));
    }

    private void acting(Request request, List<String> all) {
        Dialect.Impersonation rule = definition.dialect().impersonation();
        if (rule != null && !call.onBehalfOf().equals(honest.onBehalfOf())) {
            String arrived = (rule.header() == null ? request.query() : request.headers())
                    .first(rule.name())
                    .orElse("");
            if (!arrived.equals(call.onBehalfOf())) {
                all.add("its " + rule.name() + " is not " + told(call.onBehalfOf()));
            }
        }
    }

    private void content(Request request, List<String> all) {
        Operation.Content taken = call.operation().body();
        if (taken == null) {
            return;
        }
        if (call.content() != null) {
            other(call.content(), taken, request, all);
        } else if (call.body() instanceof ObjectNode body) {
            members(taken, body, request, all);
        } else if (!call.body().equals(honest.body())
                && !wire.body().equals(request.body().text())) {
            all.add(wire.body().isEmpty() ? "it has a body" : "its content is not " + told(wire.body()));
        }
    }

    /** Compares raw content, which is wrong as a whole. */
    private static void other(
            CallTemplate.Content content, Operation.Content taken, Request request, List<String> all) {
        if (!taken.mediaTypes().contains(content.mediaType())) {
            if (!request.mediaType().equals(content.mediaType())) {
                all.add("its content is not " + content.mediaType());
            }
        } else if (!request.body().tooLarge()
                && !content.text().equals(request.body().text())) {
            all.add("its content is not " + told(content.text()));
        }
    }

    private void members(Operation.Content taken, ObjectNode body, Request request, List<String> all) {
        Set<List<String>> varied = new LinkedHashSet<>();
        differ(List.of(), honest.body(), body, varied);
        JsonNode arrived = ContentReader.find(
                        taken, request.mediaType(), request.body().text())
                .orElse(MissingNode.getInstance());
        Set<List<String>> telling = new LinkedHashSet<>(varied);
        if (gate.filter(other -> other.compareTo(GateName.INPUT) > 0).isPresent()) {
            call.operation().resources().stream()
                    .filter(rule -> rule.in().equals("body"))
                    .map(ResourceRule::name)
                    .map(name -> MemberPath.of(name).names())
                    .forEach(telling::add);
        }
        telling.stream()
                .filter(path -> !same(new MemberPath(path).in(body), new MemberPath(path).in(arrived)))
                .forEach(path -> all.add(member(path) + " is not " + told(new MemberPath(path).in(body))));
        if (!varied.isEmpty()) {
            needed(taken, body)
                    .filter(path -> varied.stream().noneMatch(path::equals))
                    .filter(path -> new MemberPath(path).in(arrived).isMissingNode())
                    .forEach(path -> all.add(member(path) + " is missing"));
        }
    }

    /** Returns the members without which even the good call would be refused. */
    private Stream<List<String>> needed(Operation.Content taken, ObjectNode body) {
        Predicate<JsonNode> accepted = content -> definition.readInput().accepts(taken, content);
        Set<List<String>> paths = new LinkedHashSet<>();
        paths(List.of(), body, paths);
        return paths.stream()
                .filter(path -> honest.body() instanceof ObjectNode whole && isNeeded(whole, path, accepted));
    }

    private static boolean isNeeded(ObjectNode whole, List<String> path, Predicate<JsonNode> accepted) {
        ObjectNode less = whole.deepCopy();
        Trees.set(less, path, MissingNode.getInstance());
        return !accepted.test(less);
    }

    private static void paths(List<String> at, JsonNode node, Set<List<String>> all) {
        node.fieldNames().forEachRemaining(name -> {
            List<String> path = longer(at, name);
            all.add(path);
            paths(path, node.path(name), all);
        });
    }

    private static void differ(List<String> at, JsonNode one, JsonNode other, Set<List<String>> all) {
        if (one.isObject() && other.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> differ(longer(at, name), one.path(name), other.path(name), all));
        } else if (!same(one, other)) {
            all.add(at);
        }
    }

    private static List<String> longer(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    private static String member(List<String> path) {
        return "in its content, /" + String.join("/", path);
    }

    private static String told(JsonNode value) {
        return value.isMissingNode() ? "left out" : told(value.toString());
    }

    private static String told(@Nullable String value) {
        if (value == null) {
            return "left out";
        }
        return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    }
}
