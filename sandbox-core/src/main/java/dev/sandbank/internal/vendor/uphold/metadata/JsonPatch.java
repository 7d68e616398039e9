package dev.sandbank.internal.vendor.uphold.metadata;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Optional;

/**
 * JSON Patch (RFC 6902): applies all operations one after the other, or none. It fails if the document grows too large
 * on the way.
 */
final class JsonPatch {

    /** The most characters of the document between operations. */
    private static final int MOST_CHARACTERS = 16_384;

    private static final int DEEPEST = 64;

    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private JsonNode document;

    private JsonPatch(JsonNode document) {
        this.document = document;
    }

    /**
     * The operation that failed, and why.
     *
     * @param index its place in the patch
     * @param reason a sentence for people
     * @param tooLarge whether the document would become too large
     */
    record Failure(int index, String reason, boolean tooLarge) {}

    /**
     * The result of a patch.
     *
     * @param document the changed document, up to the operation that failed
     * @param failure the failure, if there is one
     */
    record Outcome(JsonNode document, Optional<Failure> failure) {}

    /** Applies a valid patch to a copy of a document. */
    static Outcome apply(JsonNode patch, JsonNode document) {
        JsonPatch working = new JsonPatch(document.deepCopy());
        for (int index = 0; index < patch.size(); index++) {
            boolean applied = working.apply(patch.path(index));
            if (!applied) {
                return working.failed(index, "the operation does not apply", false);
            }
            if (room(working.document, MOST_CHARACTERS, DEEPEST) < 0) {
                return working.failed(index, "the document would become too large", true);
            }
        }
        boolean empty = !working.document.isObject() || working.document.isEmpty();
        return empty
                ? working.failed(patch.size() - 1, "nothing would be left", false)
                : new Outcome(working.document, Optional.empty());
    }

    private Outcome failed(int index, String reason, boolean tooLarge) {
        return new Outcome(document, Optional.of(new Failure(index, reason, tooLarge)));
    }

    private boolean apply(JsonNode operation) {
        JsonPointer path = JsonPointer.compile(operation.path("path").asText());
        JsonNode value = operation.path("value");
        JsonPointer from = JsonPointer.compile(operation.path("from").asText());
        return switch (operation.path("op").asText()) {
            case "add" -> add(path, value.deepCopy());
            case "remove" -> remove(path);
            case "replace" -> replace(path, value.deepCopy());
            case "move" -> move(from, path);
            case "copy" -> has(from) && add(path, document.at(from).deepCopy());
            default -> has(path) && document.at(path).equals(BY_VALUE, value);
        };
    }

    private boolean has(JsonPointer place) {
        return !document.at(place).isMissingNode();
    }

    private boolean add(JsonPointer path, JsonNode value) {
        if (path.matches()) {
            document = value;
            return true;
        }
        JsonNode parent = document.at(path.head());
        if (parent instanceof ObjectNode object) {
            object.set(path.last().getMatchingProperty(), value);
            return true;
        }
        return parent instanceof ArrayNode array && insert(array, path.last(), value);
    }

    private static boolean insert(ArrayNode array, JsonPointer place, JsonNode value) {
        int index = place.getMatchingProperty().equals("-") ? array.size() : place.getMatchingIndex();
        if (index < 0 || index > array.size()) {
            return false;
        }
        array.insert(index, value);
        return true;
    }

    private boolean remove(JsonPointer path) {
        if (path.matches() || !has(path)) {
            return false;
        }
        JsonNode parent = document.at(path.head());
        if (parent instanceof ObjectNode object) {
            object.remove(path.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode array) {
            array.remove(path.last().getMatchingIndex());
        }
        return true;
    }

    private boolean replace(JsonPointer path, JsonNode value) {
        if (path.matches()) {
            return add(path, value);
        }
        if (!has(path)) {
            return false;
        }
        JsonNode parent = document.at(path.head());
        if (parent instanceof ArrayNode array) {
            array.set(path.last().getMatchingIndex(), value);
            return true;
        }
        return add(path, value);
    }

    /** Moves a value; a value cannot be moved into itself. */
    private boolean move(JsonPointer from, JsonPointer path) {
        JsonNode moved = document.at(from);
        boolean within = path.toString().startsWith(from + "/");
        if (moved.isMissingNode() || within) {
            return false;
        }
        return from.equals(path) || (remove(from) && add(path, moved));
    }

    /** Returns about how many of these characters are left; less than 0 if there are too many, or too many levels. */
    private static int room(JsonNode node, int characters, int levels) {
        if (levels < 0 || !node.isContainerNode()) {
            return levels < 0 ? -1 : characters - node.asText().length() - 1;
        }
        int left = characters - 2;
        for (var members = node.properties().iterator(); members.hasNext() && left >= 0; ) {
            var member = members.next();
            left = room(member.getValue(), left - member.getKey().length() - 1, levels - 1);
        }
        for (int index = 0; node.isArray() && index < node.size() && left >= 0; index++) {
            left = room(node.path(index), left, levels - 1);
        }
        return left;
    }
}
