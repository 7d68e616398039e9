package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where in a reply the entries are that it is about: the list in its envelope, or the one entry.
 *
 * @param steps the members that lead there, and indices of lists; none if it is the whole reply
 */
record ReplyPlace(List<String> steps) {

    static final ReplyPlace WHOLE = new ReplyPlace(List.of());

    private static final int DEEPEST = 3;
    private static final List<String> LISTS =
            List.of("data", "items", "results", "content", "records", "entries", "list", "value", "values", "rows");

    /** Finds the list of entries: of several, the one with the collection's name or a usual one; else the outermost. */
    static Optional<ReplyPlace> ofList(JsonNode reply, String collection) {
        return ofNamedList(reply, collection)
                .or(() -> all(reply, ReplyPlace::isListOfObjects, false).stream()
                        .filter(place -> !reply.has("id"))
                        .findFirst());
    }

    /** Finds the list of entries if it is the whole reply, or has the collection's name or a usual one. */
    static Optional<ReplyPlace> ofNamedList(JsonNode reply, String collection) {
        if (isListOfObjects(reply)) {
            return Optional.of(WHOLE);
        }
        String one = Words.plain(Words.singular(collection));
        List<ReplyPlace> lists = all(reply, ReplyPlace::isListOfObjects, false);
        return Stream.<Predicate<String>>of(
                        name -> Words.plain(Words.singular(name)).equals(one),
                        name -> LISTS.contains(Words.plain(name)))
                .flatMap(fits -> lists.stream().filter(place -> fits.test(place.last())))
                .findFirst();
    }

    /**
     * Finds a list of plain ids of entries: one with the name of the id, such as {@code accountIds}.
     *
     * @param id the member that is the id
     */
    static Optional<ReplyPlace> ofIds(JsonNode reply, String id) {
        List<ReplyPlace> lists = all(reply, ReplyPlace::isListOfTexts, false);
        return Stream.<Predicate<String>>of(
                        name -> name.equals(Words.plain(id) + "s"), name -> name.endsWith("ids") && lists.size() == 1)
                .flatMap(fits -> lists.stream().filter(place -> fits.test(Words.plain(place.last()))))
                .findFirst();
    }

    private static boolean isListOfTexts(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.path(0).isTextual();
    }

    /**
     * Finds the one thing that a reply shows: the only object in it, or the whole.
     *
     * @param isMap whether a member has whatever members its author says: that is a member of the thing, not the thing
     */
    static ReplyPlace ofOne(JsonNode reply, Predicate<String> isMap) {
        return reply.properties().stream()
                .filter(member -> reply.size() == 1 && member.getValue().isObject() && !isMap.test(member.getKey()))
                .map(member -> new ReplyPlace(List.of(member.getKey())))
                .findFirst()
                .orElse(WHOLE);
    }

    /** Finds the entry: the outermost object that has an id. */
    static Optional<ReplyPlace> ofEntry(JsonNode reply, Predicate<JsonNode> hasId) {
        return all(reply, value -> value.isObject() && hasId.test(value), true).stream()
                .findFirst();
    }

    private static boolean isListOfObjects(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.path(0).isObject();
    }

    private static List<ReplyPlace> all(JsonNode reply, Predicate<JsonNode> fits, boolean throughLists) {
        List<ReplyPlace> found = new ArrayList<>();
        Deque<ReplyPlace> open = new ArrayDeque<>(List.of(WHOLE));
        while (!open.isEmpty()) {
            ReplyPlace place = open.remove();
            JsonNode value = place.in(reply);
            if (fits.test(value)) {
                found.add(place);
            } else if (place.steps.size() < DEEPEST) {
                value.properties().forEach(member -> open.add(place.longer(member.getKey())));
                if (throughLists && isListOfObjects(value)) {
                    open.add(place.longer("0"));
                }
            }
        }
        return found;
    }

    private ReplyPlace longer(String step) {
        return new ReplyPlace(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    private String last() {
        return steps.isEmpty() ? "" : steps.get(steps.size() - 1);
    }

    boolean isInList() {
        return steps.contains("0");
    }

    JsonNode in(JsonNode reply) {
        JsonNode here = reply;
        for (String step : steps) {
            here = here.isArray() ? here.path(Integer.parseInt(step)) : here.path(step);
        }
        return here;
    }

    /** Returns a copy of the reply with something else at this place; a list on the way keeps that element alone. */
    JsonNode put(JsonNode reply, JsonNode other) {
        if (steps.isEmpty()) {
            return other;
        }
        String step = steps.get(0);
        ReplyPlace rest = new ReplyPlace(steps.subList(1, steps.size()));
        if (reply instanceof ArrayNode list) {
            ArrayNode copy = list.arrayNode();
            copy.add(rest.put(list.path(Integer.parseInt(step)), other));
            return copy;
        }
        ObjectNode copy = ((ObjectNode) reply).deepCopy();
        copy.set(step, rest.put(reply.path(step), other));
        return copy;
    }

    @Override
    public String toString() {
        return steps.isEmpty() ? "the whole reply" : "/" + String.join("/", steps);
    }
}
