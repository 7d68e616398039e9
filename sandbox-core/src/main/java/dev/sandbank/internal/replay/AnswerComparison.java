package dev.sandbank.internal.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.internal.text.BoundedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Compares the recorded answer to a call with the answer of now: status, decision and content. */
final class AnswerComparison {

    private static final int MOST_TOLD = 5;
    private static final int LONGEST_VALUE = 80;

    private final RecordedIds ids;

    AnswerComparison(RecordedIds ids) {
        this.ids = ids;
    }

    /** Returns a line for each difference; of the content only the first ones. */
    List<String> differences(Exchange was, Exchange is) {
        List<String> told = new ArrayList<>();
        if (was.status() != is.status()) {
            told.add("status: was " + was.status() + ", is " + is.status());
        }
        Optional<JsonNode> recorded = BoundedJson.find(was.replyBody());
        Optional<JsonNode> present = BoundedJson.find(is.replyBody());
        boolean structured = recorded.isPresent() && present.isPresent();
        if (structured) {
            walk("", recorded.get(), present.get(), (one, other) -> ids.learn(one.text(), other.text()));
        }
        if (!sameDecision(was.decision(), is.decision())) {
            told.add("decision: was " + words(was.decision()) + ", is " + words(is.decision()));
        }
        told.addAll(first(
                structured
                        ? ofContent(recorded.get(), present.get())
                        : ofText(ids.translated(was.replyBody()), is.replyBody())));
        return told;
    }

    private static List<String> first(List<String> content) {
        List<String> told = new ArrayList<>(content.subList(0, Math.min(MOST_TOLD, content.size())));
        if (content.size() > MOST_TOLD) {
            told.add("and " + (content.size() - MOST_TOLD) + " more");
        }
        return told;
    }

    private boolean sameDecision(Decision was, Decision is) {
        return was.refusal().equals(is.refusal())
                && was.operation().equals(is.operation())
                && was.client().equals(is.client())
                && ids.translated(was.subject()).equals(is.subject())
                && gates(was).equals(gates(is));
    }

    private static List<String> gates(Decision decision) {
        return decision.gates().stream()
                .map(gate -> gate.name() + gate.verdict())
                .toList();
    }

    private static String words(Decision decision) {
        return decision.explain() + (decision.client().isEmpty() ? "" : " (client " + decision.client() + ")");
    }

    /** A value and its place. */
    private record Place(String path, JsonNode value) {

        String text() {
            return value.isTextual() ? value.textValue() : "";
        }

        String shown() {
            String text = value.isMissingNode() ? "absent" : value.toString();
            return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
        }
    }

    private List<String> ofContent(JsonNode was, JsonNode is) {
        List<String> told = new ArrayList<>();
        walk("", was, is, (one, other) -> {
            boolean texts = one.value().isTextual() && other.value().isTextual();
            if (texts ? !ids.areSame(one.text(), other.text()) : !one.value().equals(other.value())) {
                told.add(one.path() + ": was " + one.shown() + ", is " + other.shown());
            }
        });
        return told;
    }

    /** Visits the values that stand at the same place; a place that only one of them has is missing in the other. */
    private static void walk(String path, JsonNode was, JsonNode is, BiConsumer<Place, Place> visit) {
        if (was.isObject() && is.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            was.fieldNames().forEachRemaining(names::add);
            is.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> walk(path + "/" + name, was.path(name), is.path(name), visit));
        } else if (was.isArray() && is.isArray()) {
            for (int at = 0; at < Math.max(was.size(), is.size()); at++) {
                walk(path + "/" + at, was.path(at), is.path(at), visit);
            }
        } else {
            visit.accept(new Place(path, was), new Place(path, is));
        }
    }

    /** Texts that are not JSON, or that the journal cut off. */
    private static List<String> ofText(String was, String is) {
        if (was.equals(is)) {
            return List.of();
        }
        int first = 0;
        while (first < Math.min(was.length(), is.length()) && was.charAt(first) == is.charAt(first)) {
            first++;
        }
        return List.of(
                "content from character " + (first + 1) + " on: was " + from(was, first) + ", is " + from(is, first));
    }

    private static String from(String text, int first) {
        return '"' + text.substring(first, Math.min(text.length(), first + LONGEST_VALUE)) + '"';
    }
}
