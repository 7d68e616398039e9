package dev.sandbank.internal.init;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fixture.openapi.DescribedReply;
import dev.sandbank.internal.fixture.openapi.Inventory.Item;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import dev.sandbank.internal.init.sample.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words the refusals that every bank may need as the errors of a description do, by their status and their examples. */
final class RefusalsDraft {

    /** The statuses at which a description may word a refusal, and words that only its own example has. */
    private enum Usual {
        TOKEN_MISSING("missing required", 401),
        TOKEN_MALFORMED("malformed", 401),
        TOKEN_UNKNOWN("unknown invalid unauthorized unauthenticated", 401),
        TOKEN_EXPIRED("expired", 401),
        TOKEN_REVOKED("revoked", 401),
        SCOPE_MISSING("scope scopes insufficient permission", 403),
        SUBJECT_NOT_ALLOWED("forbidden", 403),
        SUBJECT_BLOCKED("blocked suspended", 403),
        ENTITLEMENT_MISSING("forbidden denied", 403),
        RESOURCE_UNKNOWN("found unknown exist", 404),
        ROUTE_UNKNOWN("route path", 404),
        METHOD_NOT_ALLOWED("method", 405),
        INPUT_INVALID("validation invalid", 400, 422),
        IDEMPOTENCY_CONFLICT("idempotency idempotent", 409, 422),
        BODY_MALFORMED("malformed json", 400),
        MEDIA_TYPE_UNSUPPORTED("media", 415),
        INTERNAL_ERROR("internal", 500);

        private final String words;
        private final int status;
        private final int other;

        Usual(String words, int status) {
            this(words, status, status);
        }

        Usual(String words, int status, int other) {
            this.words = words;
            this.status = status;
            this.other = other;
        }

        /** Returns the facts that such a refusal has beyond those of all. */
        Set<String> facts() {
            return switch (this) {
                case SCOPE_MISSING, ENTITLEMENT_MISSING -> Set.of("required", "held");
                case RESOURCE_UNKNOWN -> Set.of("entity", "property", "context");
                case INPUT_INVALID -> Set.of("property", "pointer", "rule", "context");
                default -> Set.of();
            };
        }

        /** Whether an error has one of the words. */
        boolean isLike(JsonNode error) {
            List<String> own = List.of(words.split(" ", -1));
            return Words.of(error.toString()).stream().anyMatch(own::contains);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The replies of one status that have the same schema, which the most operations have. */
    private record Common(JsonNode schema, List<JsonNode> examples, String mediaType, int count) {

        /** Returns the code that all examples have, or an empty text. */
        String code() {
            List<String> codes = examples.stream()
                    .flatMap(example -> ErrorCodes.code(example).stream())
                    .distinct()
                    .toList();
            return codes.size() == 1 ? codes.get(0) : "";
        }
    }

    private static final int UNAUTHORIZED = 401;
    private static final int UNKNOWN = 404;

    private final Samples replies;
    private final boolean tokens;
    private final Set<String> nouns;
    private final Map<Integer, Common> byStatus = new TreeMap<>();
    private final Optional<Common> common;

    /** @param tokens whether callers send access tokens */
    RefusalsDraft(List<Item> operations, Samples replies, boolean tokens) {
        this.replies = replies;
        this.tokens = tokens;
        this.nouns = operations.stream()
                .flatMap(item -> Stream.of(item.path().split("/", -1)))
                .filter(segment -> !segment.contains("{"))
                .flatMap(segment -> Words.of(segment).stream())
                .map(Words::singular)
                .filter(word -> word.length() > 2)
                .collect(Collectors.toSet());
        Map<Integer, List<DescribedReply>> errors = new TreeMap<>();
        for (Item item : operations) {
            for (DescribedReply reply : item.replies()) {
                if (!reply.isSuccess() && !reply.schema().isMissingNode()) {
                    errors.computeIfAbsent(status(reply), key -> new ArrayList<>())
                            .add(reply);
                }
            }
        }
        errors.forEach((status, some) -> common(some).ifPresent(found -> byStatus.put(status, found)));
        this.common = byStatus.entrySet().stream()
                .filter(entry -> entry.getKey() == 0 || (entry.getKey() >= 400 && entry.getKey() < 600))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingInt(Common::count));
    }

    private static int status(DescribedReply reply) {
        return reply.status().matches("[0-9]{3}") ? Integer.parseInt(reply.status()) : 0;
    }

    private static Optional<Common> common(List<DescribedReply> some) {
        Map<JsonNode, List<DescribedReply>> bySchema = new LinkedHashMap<>();
        some.forEach(reply -> bySchema.computeIfAbsent(reply.schema(), key -> new ArrayList<>())
                .add(reply));
        return bySchema.values().stream()
                .max(Comparator.comparingInt(List::size))
                .map(most -> new Common(
                        most.get(0).schema(),
                        most.stream()
                                .flatMap(reply -> reply.examples().stream())
                                .map(JsonLocation::value)
                                .distinct()
                                .toList(),
                        most.get(0).place().at("content").names().stream()
                                .filter(type -> type.contains("json"))
                                .findFirst()
                                .orElse("application/json"),
                        most.size()));
    }

    /** Whether the description has an error with JSON. */
    boolean areDescribed() {
        return common.isPresent();
    }

    ObjectNode envelope() {
        ObjectNode envelope = Samples.object();
        envelope.put(
                "contentType",
                common.map(found -> found.mediaType().replaceFirst(";.*", "")).orElse("application/json"));
        envelope.putObject("body");
        code().ifPresent(pointer -> envelope.put("code", pointer));
        return envelope;
    }

    /** Returns where the code is that tells programs what was wrong. */
    private Optional<String> code() {
        return blanks("", fallback()).entrySet().stream()
                .filter(blank -> blank.getValue().equals("${reason}"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the texts of a template by JSON Pointer. */
    private static Map<String, String> blanks(String above, JsonNode body) {
        Map<String, String> all = new LinkedHashMap<>();
        body.properties()
                .forEach(member -> all.putAll(blanks(
                        above + "/" + member.getKey().replace("~", "~0").replace("/", "~1"), member.getValue())));
        for (int index = 0; body.isArray() && index < body.size(); index++) {
            all.putAll(blanks(above + "/" + index, body.get(index)));
        }
        if (body.isTextual()) {
            all.put(above, body.textValue());
        }
        return all;
    }

    ObjectNode refusals() {
        ObjectNode refusals = Samples.object();
        for (Usual usual : Usual.values()) {
            boolean other = byStatus.containsKey(usual.other) && !byStatus.containsKey(usual.status);
            int status = other ? usual.other : usual.status;
            Common found = byStatus.get(status);
            JsonNode body = found == null ? unsaid(usual) : body(usual, found);
            if (body.isObject()) {
                ObjectNode phrase = refusals.putObject(usual.key()).put("status", status);
                headers(phrase, status);
                phrase.set("body", tokens || usual.status != UNAUTHORIZED ? body : unauthorized(body));
                if (usual == Usual.INPUT_INVALID) {
                    causes(phrase, body);
                }
            }
        }
        refusals.putObject("default").set("body", fallback());
        return refusals;
    }

    /** Returns the words of a refusal whose status has none, if the default phrase does not do. */
    private JsonNode unsaid(Usual usual) {
        boolean needed = usual == Usual.IDEMPOTENCY_CONFLICT || (!tokens && usual.status == UNAUTHORIZED);
        return needed ? fallback() : MissingNode.getInstance();
    }

    /** Names no token where callers send something else. */
    private static JsonNode unauthorized(JsonNode body) {
        JsonNode copy = body.deepCopy();
        blanks("", body).forEach((pointer, text) -> {
            JsonPointer place = JsonPointer.compile(pointer);
            if (text.equals("${reason}") && copy.at(place.head()) instanceof ObjectNode holder) {
                holder.put(place.last().getMatchingProperty(), "unauthorized");
            }
        });
        return copy;
    }

    /** Lists what was wrong one by one, where the error has such a list. */
    private static void causes(ObjectNode phrase, JsonNode body) {
        blanks("", body).entrySet().stream()
                .filter(blank ->
                        blank.getValue().matches("[$][{](property|pointer|rule)[ }].*|[$][{](property|pointer|rule)}"))
                .map(blank -> blank.getKey().replaceFirst("/0(/[^/]*)?$", "\n"))
                .filter(pointer -> pointer.endsWith("\n"))
                .map(String::strip)
                .findFirst()
                .ifPresent(pointer -> {
                    JsonPointer list = JsonPointer.compile(pointer);
                    phrase.putObject("causes").set(pointer, body.at(list).get(0));
                    phrase.put("causesFrom", 1);
                    ((ObjectNode) body.at(list.head())).remove(list.last().getMatchingProperty());
                });
    }

    private static void headers(ObjectNode phrase, int status) {
        if (status == 401) {
            phrase.putObject("headers").put("WWW-Authenticate", "${challenge}");
        } else if (status == 405) {
            phrase.putObject("headers").put("Allow", "${allow}");
        }
    }

    private JsonNode body(Usual usual, Common found) {
        Optional<JsonNode> own = found.examples().stream()
                .filter(example -> example.isObject() && replies.isValid(found.schema(), example))
                .filter(usual::isLike)
                .findFirst();
        Set<String> entries = usual.status == UNKNOWN ? nouns : Set.of();
        return own.map(example -> new ErrorForm(
                                replies,
                                found.schema(),
                                new ErrorForm.Known(true, false, found.code(), usual.facts(), entries))
                        .of(example))
                .orElseGet(() -> form(found, found.code(), usual.facts()));
    }

    private JsonNode form(Common found, String code, Set<String> facts) {
        boolean made = found.examples().stream().noneMatch(JsonNode::isObject);
        return replies.of(found.schema(), found.examples())
                .map(sample -> new ErrorForm(
                                replies, found.schema(), new ErrorForm.Known(false, made, code, facts, nouns))
                        .of(sample))
                .orElse(MissingNode.getInstance());
    }

    private JsonNode fallback() {
        return common.map(found -> form(found, "", Set.of()))
                .filter(JsonNode::isObject)
                .orElseGet(() -> Samples.object().put("code", "${reason}").put("message", "${detail}"));
    }
}
