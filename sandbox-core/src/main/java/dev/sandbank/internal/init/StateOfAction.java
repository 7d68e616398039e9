package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an entry shows after an action: the state that has a word for it, such as {@code cancelled} after
 * {@code cancel}, a member such as {@code enabled} after {@code enable}, and the time in one such as {@code cancelledAt}.
 */
final class StateOfAction {

    private static final Set<String> STATES = Set.of("status", "state");
    private static final Set<String> TIMES = Set.of("at", "on", "date", "time", "datetime", "timestamp");

    /** Words of states that tell that an action is not done. */
    private static final Set<String> NOT_YET = Set.of(
            "not",
            "no",
            "failed",
            "pending",
            "awaiting",
            "partially",
            "partial",
            "needs",
            "requires",
            "required",
            "to",
            "never",
            "un",
            "scheduled",
            "requested",
            "waiting",
            "in",
            "error",
            "rejected");

    /** What the description of a state names: {@code `open`}, {@code "closed"} or {@code **paid**}. */
    private static final Pattern NAMED = Pattern.compile("[`'\"*]([A-Za-z][A-Za-z_-]{2,40})[`'\"*]");

    /** The states of members that may be any text, after actions whose word makes one. */
    private static final Map<String, String> PARTICIPLES = participles();

    private final Samples samples;
    private final Shape entry;
    private final List<String> action;
    private final String verb;

    /**
     * @param entry the schema of an entry
     * @param action the word of the path
     */
    StateOfAction(Samples samples, JsonNode entry, String action) {
        this.samples = samples;
        this.entry = samples.shape(entry);
        this.action = WordStem.all(action);
        this.verb = Words.singular(Words.plain(action));
    }

    private static Map<String, String> participles() {
        Map<String, String> known = new LinkedHashMap<>();
        Stream.of("cancelled", "approved", "rejected", "confirmed", "accepted", "declined", "closed", "suspended")
                .forEach(word -> known.put(WordStem.of(word), word));
        Stream.of("blocked", "captured", "refunded", "reversed", "submitted", "completed", "executed", "revoked")
                .forEach(word -> known.put(WordStem.of(word), word));
        Stream.of("archived", "terminated", "expired", "released", "settled", "denied", "locked", "paused", "voided")
                .forEach(word -> known.put(WordStem.of(word), word));
        known.putAll(
                Map.of("activ", "active", "deactiv", "inactive", "pay", "paid", "send", "sent", "frees", "frozen"));
        return Map.copyOf(known);
    }

    /** Returns the states that an example of a reply shows: those after the call, if its content says none. */
    static Map<String, JsonNode> shown(ApiOperation operation, JsonNode entry) {
        Map<String, JsonNode> states = new LinkedHashMap<>();
        entry.properties().stream()
                .filter(member -> operation.hasExample() && member.getValue().isTextual())
                .filter(member -> Literals.isFact(member.getKey()) && isState(Words.of(member.getKey())))
                .forEach(member -> states.put(member.getKey(), Literals.of(member.getValue())));
        return states;
    }

    private static boolean isState(List<String> words) {
        return !words.isEmpty() && STATES.contains(words.get(words.size() - 1));
    }

    /** Returns the members that an entry shows otherwise, with their values as templates. */
    Map<String, JsonNode> members() {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        entry.properties().forEach((name, schema) -> {
            if (Literals.isFact(name)) {
                value(name, samples.shape(schema)).ifPresent(value -> members.put(name, value));
            }
        });
        return members;
    }

    private Optional<JsonNode> value(String name, Shape shape) {
        List<String> words = Words.of(name);
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        if (shape.type().equals("boolean")) {
            return flag(WordStem.all(name));
        }
        if (isState(words)) {
            return state(shape);
        }
        boolean told = TIMES.contains(last) && does(words.subList(0, words.size() - 1));
        boolean moment = shape.keywords().path("format").asText().equals("date-time");
        return told && moment ? Optional.of(Literals.blank("now")) : Optional.empty();
    }

    private boolean does(List<String> words) {
        return words.stream().map(WordStem::of).anyMatch(action::contains);
    }

    private Optional<JsonNode> flag(List<String> stems) {
        boolean on = stems.size() == 1 && action.stream().anyMatch(done -> WordStem.leadsTo(done, stems.get(0)));
        boolean off = stems.size() == 1
                && action.stream()
                        .anyMatch(done -> done.equals("de" + stems.get(0))
                                || done.equals("un" + stems.get(0))
                                || WordStem.leadsTo(done, "in" + stems.get(0))
                                || (done.equals("disabl") && stems.get(0).equals("enabl")));
        return on || off ? Optional.of(BooleanNode.valueOf(on)) : Optional.empty();
    }

    private Optional<JsonNode> state(Shape shape) {
        List<JsonNode> choices = new ArrayList<>(shape.keywords()
                .path("enum")
                .valueStream()
                .filter(JsonNode::isTextual)
                .toList());
        if (choices.isEmpty() && isText(shape)) {
            NAMED.matcher(shape.keywords().path("description").asText())
                    .results()
                    .map(MatchResult::group)
                    .map(word -> TextNode.valueOf(word.substring(1, word.length() - 1)))
                    .forEach(choices::add);
        }
        Optional<JsonNode> best = choices.stream()
                .filter(this::tells)
                .min(Comparator.comparing(this::isLate)
                        .thenComparing(state -> -own(state))
                        .thenComparing(state -> Words.of(state.asText()).size()));
        return best.or(() -> choices.isEmpty() && isText(shape) ? participle() : Optional.empty());
    }

    private static boolean isText(Shape shape) {
        return shape.type().equals("string") && !shape.keywords().has("pattern");
    }

    private boolean tells(JsonNode state) {
        List<String> words = Words.of(state.asText());
        return own(state) > 0
                || (words.size() == 1
                        && (isAbbreviated(words.get(0))
                                || action.stream()
                                        .anyMatch(done -> WordStem.leadsTo(done, WordStem.of(words.get(0))))));
    }

    /** Returns how many words a state shares with the action. */
    private long own(JsonNode state) {
        return WordStem.all(state.asText()).stream().filter(action::contains).count();
    }

    /** Whether a state tells that the action is still to be done, or failed. */
    private boolean isLate(JsonNode state) {
        boolean late =
                Words.of(state.asText()).stream().anyMatch(word -> NOT_YET.contains(word) && !does(List.of(word)));
        return late != action.get(0).equals("request");
    }

    /** Whether a state such as {@code CANC} has the first letters of the action. */
    private boolean isAbbreviated(String state) {
        return state.length() == 4 && verb.startsWith(state);
    }

    private Optional<JsonNode> participle() {
        return action.stream()
                .filter(PARTICIPLES::containsKey)
                .findFirst()
                .map(PARTICIPLES::get)
                .map(word -> TextNode.valueOf(word.toLowerCase(Locale.ROOT)));
    }
}
