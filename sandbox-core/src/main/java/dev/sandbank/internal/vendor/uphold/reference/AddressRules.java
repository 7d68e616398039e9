package dev.sandbank.internal.vendor.uphold.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.text.TextPattern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks crypto addresses of a network, and the references beside them. */
public final class AddressRules {

    static final String CRYPTO = "crypto";

    private static final Pattern TAG = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final long MOST_OF_TAG = 0xFFFFFFFFL;
    private static final int MOST_OF_MEMO = 28;

    private final Entries entries;

    public AddressRules(Entries entries) {
        this.entries = entries;
    }

    /**
     * What is wrong with an address.
     *
     * @param code the bank's word for it
     * @param message a sentence for people
     * @param details what the address lacks, if the bank says so
     */
    public record Problem(String code, String message, Map<String, Object> details) {

        private static final String OF_ADDRESS = "address_invalid";

        static Problem ofAddress() {
            return new Problem(OF_ADDRESS, "The crypto address is invalid", Map.of());
        }

        static Problem ofReference(String code, String what, Map<String, Object> details) {
            return new Problem(code, "The crypto address reference is " + what, details);
        }

        /** Returns the member that it is about. */
        public String member() {
            return code.equals(OF_ADDRESS) ? "address" : "reference";
        }
    }

    /** Whether a rail moves coins; most fixtures need not say so. */
    public static boolean isCrypto(ObjectNode rail) {
        return rail.path("type").asText(CRYPTO).equals(CRYPTO);
    }

    /** Returns the problem of a call's address; null if it is valid for a rail of its network. */
    @Nullable
    ObjectNode told(Call call) {
        return problem(call.input().get("network").asText(), call.input().body())
                .map(problem -> {
                    ObjectNode told = JsonNodeFactory.instance.objectNode();
                    told.put("code", problem.code()).put("message", problem.message());
                    if (!problem.details().isEmpty()) {
                        told.set("details", JsonNodeFactory.instance.objectNode());
                        problem.details()
                                .forEach((name, value) ->
                                        told.withObject("/details").putPOJO(name, value));
                    }
                    return told;
                })
                .orElse(null);
    }

    private Optional<Problem> problem(String network, JsonNode node) {
        List<ObjectNode> rails = entries.all("rails").stream()
                .map(Entry::document)
                .filter(rail -> isCrypto(rail) && rail.path("network").asText().equals(network))
                .toList();
        List<Optional<Problem>> found = (rails.isEmpty()
                        ? List.of(JsonNodeFactory.instance.objectNode().put("network", network))
                        : rails)
                .stream().map(rail -> against(rail, node)).toList();
        return found.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : found.stream()
                        .flatMap(Optional::stream)
                        .reduce((one, other) -> one.member().equals("address") ? other : one);
    }

    /** Returns the problem for one rail; the network completes what the rail leaves out. */
    public Optional<Problem> against(ObjectNode rail, JsonNode node) {
        ObjectNode network = network(rail);
        if (!isAddress(rail, node.path("address").asText())) {
            return Optional.of(Problem.ofAddress());
        }
        return node.has("reference")
                ? invalid(
                        said(rail, network, "reference"), node.path("reference").asText())
                : missing(rail);
    }

    /** Whether a text has the form of a rail's addresses. */
    public boolean isAddress(ObjectNode rail, String text) {
        String pattern = said(rail, network(rail), "addresses");
        return pattern.isEmpty() || TextPattern.of(pattern).matches(text);
    }

    private ObjectNode network(ObjectNode rail) {
        return entries.find("networks", rail.path("network").asText())
                .map(Entry::document)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static String said(ObjectNode rail, ObjectNode network, String member) {
        return (rail.has(member) ? rail : network).path(member).asText();
    }

    private static Optional<Problem> missing(ObjectNode rail) {
        return rail.path("referenceRequired").asBoolean()
                ? Optional.of(Problem.ofReference("reference_missing", "missing", Map.of("rule", "required")))
                : Optional.empty();
    }

    /** Checks a reference; if the network has no references, it is ignored. */
    private static Optional<Problem> invalid(String kind, String reference) {
        int length = reference.getBytes(StandardCharsets.UTF_8).length;
        return switch (kind) {
            case "destination-tag" ->
                TAG.matcher(reference).matches() && Long.parseLong(reference) <= MOST_OF_TAG
                        ? Optional.empty()
                        : Optional.of(invalid(Map.of("rule", "range", "min", 0, "max", MOST_OF_TAG)));
            case "memo" ->
                length <= MOST_OF_MEMO
                        ? Optional.empty()
                        : Optional.of(
                                invalid(Map.of("rule", "byteLength", "expected", MOST_OF_MEMO, "actual", length)));
            default -> Optional.empty();
        };
    }

    private static Problem invalid(Map<String, Object> details) {
        return Problem.ofReference("reference_invalid", "invalid", details);
    }
}
