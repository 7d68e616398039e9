package dev.sandbank.internal.init;

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
import java.util.TreeMap;

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
    private record Common(JsonNode schema, List<JsonNode> examples, String mediaType, int count) {}

    private final Samples replies;
    private final Map<Integer, Common> byStatus = new TreeMap<>();
    private final Optional<Common> common;

    RefusalsDraft(List<Item> operations, Samples replies) {
        this.replies = replies;
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
        JsonNode body = fallback();
        return pointers("", body).stream()
                .filter(pointer -> body.at(pointer).asText().equals("${reason}"))
                .findFirst();
    }

    private static List<String> pointers(String above, JsonNode body) {
        List<String> all = new ArrayList<>();
        body.properties().forEach(member -> {
            String pointer = above + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            all.add(pointer);
            all.addAll(pointers(pointer, member.getValue()));
        });
        return all;
    }

    ObjectNode refusals() {
        ObjectNode refusals = Samples.object();
        for (Usual usual : Usual.values()) {
            Common found = byStatus.getOrDefault(usual.status, byStatus.get(usual.other));
            JsonNode body = found == null ? MissingNode.getInstance() : body(usual, found);
            if (body.isObject()) {
                int status = byStatus.containsKey(usual.status) ? usual.status : usual.other;
                ObjectNode phrase = refusals.putObject(usual.key()).put("status", status);
                headers(phrase, status);
                phrase.set("body", body);
            }
        }
        if (!refusals.has(IdempotencyKey.CONFLICT)) {
            refusals.putObject(IdempotencyKey.CONFLICT).put("status", 409).set("body", fallback());
        }
        refusals.putObject("default").set("body", fallback());
        return refusals;
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
        return own.map(example -> new ErrorForm(replies, found.schema(), true).of(example))
                .orElseGet(() -> form(found));
    }

    private JsonNode form(Common found) {
        return replies.of(found.schema(), found.examples())
                .map(sample -> new ErrorForm(replies, found.schema(), false).of(sample))
                .orElse(MissingNode.getInstance());
    }

    private JsonNode fallback() {
        return common.map(this::form)
                .filter(JsonNode::isObject)
                .orElseGet(() -> Samples.object().put("code", "${reason}").put("message", "${detail}"));
    }
}
