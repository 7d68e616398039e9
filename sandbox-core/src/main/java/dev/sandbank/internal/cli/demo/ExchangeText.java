package dev.sandbank.internal.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Decision;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.journal.Redaction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is shown of a request, a reply and a decision: what matters, with every secret shortened to four characters. */
final class ExchangeText {

    private static final int MOST_LINES = 16;
    private static final List<String> TELLING = List.of("Content-Type", "WWW-Authenticate", "Allow", "Location");
    private static final Map<Integer, String> WORDS = Map.of(
            200, "OK",
            201, "Created",
            400, "Bad Request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            409, "Conflict");

    private ExchangeText() {}

    static List<String> request(Sent sent, int width) {
        List<String> lines = new ArrayList<>();
        lines.add(WrappedLines.cut(sent.method() + " " + Redaction.form(sent.path()), width));
        sent.headers().forEach((name, value) -> lines.addAll(header(name, value, width)));
        lines.addAll(body(sent.body(), width));
        return lines;
    }

    static List<String> reply(Received received, Set<String> expected, int width) {
        Set<String> names = new LinkedHashSet<>(TELLING);
        names.addAll(expected);
        List<String> lines = new ArrayList<>();
        lines.add((received.status() + " " + WORDS.getOrDefault(received.status(), "")).strip());
        for (String name : names) {
            for (String value : received.headers().allValues(name)) {
                lines.addAll(header(name, value, width));
            }
        }
        lines.addAll(body(received.body(), width));
        return lines;
    }

    /** Every gate that was asked, then what the last one found. */
    static List<String> decision(Decision decision, int width) {
        if (decision.gates().isEmpty()) {
            return List.of("the journal knows of no such call");
        }
        List<String> gates = decision.gates().stream()
                .map(gate -> gate.name() + (gate.verdict() == Verdict.PASSED ? " ✓" : " ✗"))
                .toList();
        List<String> lines = new ArrayList<>(WrappedLines.join(gates, "  ", width));
        lines.addAll(WrappedLines.wrap(decision.explain() + circumstances(decision), width));
        return lines;
    }

    private static String circumstances(Decision decision) {
        if (!decision.allowed()) {
            return "";
        }
        return ": " + decision.operation() + (decision.subject().isEmpty() ? "" : " for " + decision.subject());
    }

    private static List<String> header(String name, String value, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : WrappedLines.wrap(name + ": " + Redaction.header(name, value), width - 2)) {
            lines.add(lines.isEmpty() ? line : "  " + line);
        }
        return lines;
    }

    private static List<String> body(String text, int width) {
        if (text.isEmpty()) {
            return List.of();
        }
        String safe = Redaction.json(Redaction.form(text));
        JsonNode json = Received.jsonOf(safe);
        List<String> lines = json.isContainerNode() ? JsonLines.of(json, width) : WrappedLines.wrap(safe, width);
        return lines.size() <= MOST_LINES ? lines : shortened(lines);
    }

    /** Leaves out the middle, so that the end is still seen to be one. */
    private static List<String> shortened(List<String> lines) {
        int left = lines.size() - MOST_LINES + 1;
        List<String> kept = new ArrayList<>(lines.subList(0, MOST_LINES - 2));
        kept.add("  … " + left + " more lines");
        kept.add(lines.get(lines.size() - 1));
        return kept;
    }
}
