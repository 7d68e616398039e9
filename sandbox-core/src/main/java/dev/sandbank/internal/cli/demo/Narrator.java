package dev.sandbank.internal.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.Decision;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.cli.demo.DemoClient.Received;
import dev.sandbank.internal.cli.demo.DemoClient.Sent;
import dev.sandbank.internal.cli.demo.DemoScenario.Expectation;
import dev.sandbank.internal.journal.Redaction;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Prints what happens so that a newcomer can read it from top to bottom: explanation, request, reply, decision. */
final class Narrator {

    private static final int WIDTH = 100;
    private static final String MARGIN = " ".repeat(4);
    private static final String LABEL = "%-10s";
    private static final int COLUMN = WIDTH - MARGIN.length() - 10;

    private static final int MOST_LINES = 16;
    private static final List<String> TELLING = List.of("Content-Type", "WWW-Authenticate", "Allow", "Location");
    private static final Map<Integer, String> WORDS = Map.of(
            200, "OK",
            201, "Created",
            202, "Accepted",
            204, "No Content",
            400, "Bad Request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            409, "Conflict");

    private final PrintStream out;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void open(DemoScenario scenario, String baseUrl) {
        out.println(scenario.title());
        out.println("=".repeat(scenario.title().length()));
        WrappedLines.wrap(scenario.about().strip(), WIDTH).forEach(out::println);
        out.println("It runs at " + baseUrl + ".");
        out.println();
    }

    void step(int number, String told) {
        List<String> lines = WrappedLines.wrap(told.strip(), WIDTH - MARGIN.length());
        out.printf("%2s  %s%n", number, lines.get(0));
        lines.stream().skip(1).forEach(line -> out.println(MARGIN + line));
        out.println();
    }

    void before(String done) {
        say("before", WrappedLines.wrap(done, COLUMN));
    }

    void request(Sent sent) {
        say("request", lines(sent));
    }

    void reply(Received received, Expectation told) {
        say("reply", lines(received, told.headers().keySet()));
    }

    void decision(Decision decision) {
        say("decision", lines(decision));
    }

    /** Prints whether the result is as described. */
    void verdict(StepResult outcome, List<String> differences) {
        if (differences.isEmpty()) {
            String refusal = outcome.decision().refusal();
            say("matches", List.of(outcome.received().status() + (refusal.isEmpty() ? "" : " " + refusal)));
        }
        differences.forEach(difference -> say("DIFFERS", WrappedLines.wrap(difference, COLUMN)));
        out.println();
    }

    private void say(String label, List<String> lines) {
        for (int index = 0; index < lines.size(); index++) {
            String line = MARGIN + LABEL.formatted(index == 0 ? label : "") + lines.get(index);
            out.println(line.stripTrailing());
        }
    }

    private static List<String> lines(Sent sent) {
        List<String> lines = new ArrayList<>();
        lines.add(WrappedLines.cut(sent.method() + " " + Redaction.form(sent.path()), COLUMN));
        sent.headers().forEach((name, value) -> lines.addAll(header(name, value)));
        lines.addAll(body(sent.body()));
        return lines;
    }

    private static List<String> lines(Received received, Set<String> expected) {
        Set<String> names = new LinkedHashSet<>(TELLING);
        names.addAll(expected);
        List<String> lines = new ArrayList<>();
        lines.add((received.status() + " " + WORDS.getOrDefault(received.status(), "")).strip());
        for (String name : names) {
            for (String value : received.headers().allValues(name)) {
                lines.addAll(header(name, value));
            }
        }
        lines.addAll(body(received.body()));
        return lines;
    }

    /** Returns a line for every gate that was asked, then what the last one found. */
    private static List<String> lines(Decision decision) {
        if (decision.gates().isEmpty()) {
            return List.of("the journal does not have this call");
        }
        List<String> gates = decision.gates().stream()
                .map(gate -> gate.name() + (gate.verdict() == Verdict.PASSED ? " ✓" : " ✗"))
                .toList();
        List<String> lines = new ArrayList<>(WrappedLines.join(gates, "  ", COLUMN));
        lines.addAll(WrappedLines.wrap(decision.explain() + circumstances(decision), COLUMN));
        return lines;
    }

    private static String circumstances(Decision decision) {
        if (!decision.allowed()) {
            return "";
        }
        return ": " + decision.operation() + (decision.subject().isEmpty() ? "" : " for " + decision.subject());
    }

    private static List<String> header(String name, String value) {
        List<String> lines = new ArrayList<>();
        for (String line : WrappedLines.wrap(name + ": " + Redaction.header(name, value), COLUMN - 2)) {
            lines.add(lines.isEmpty() ? line : "  " + line);
        }
        return lines;
    }

    private static List<String> body(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String safe = Redaction.json(Redaction.form(text));
        JsonNode json = Received.jsonOf(safe);
        List<String> lines = json.isContainerNode() ? JsonLines.of(json) : WrappedLines.of(safe, COLUMN);
        return lines.size() <= MOST_LINES ? lines : shortened(lines);
    }

    /** Leaves out lines in the middle, so that the end remains visible. */
    private static List<String> shortened(List<String> lines) {
        int left = lines.size() - MOST_LINES + 1;
        List<String> kept = new ArrayList<>(lines.subList(0, MOST_LINES - 2));
        kept.add("  … " + left + " more lines");
        kept.add(lines.get(lines.size() - 1));
        return kept;
    }

    /** Writes JSON for people, with as much as possible on each line. */
    private static final class JsonLines {

        private static final String INDENT = "  ";

        private final List<String> lines = new ArrayList<>();

        static List<String> of(JsonNode node) {
            JsonLines json = new JsonLines();
            json.write("", node, "");
            return json.lines;
        }

        /**
         * @param start what comes before the value on its first line: indentation, perhaps a name
         * @param end what follows it on its last line, such as a comma
         */
        private void write(String start, JsonNode node, String end) {
            String flat = flat(node);
            if (node.isValueNode() || node.isEmpty() || start.length() + flat.length() + end.length() <= COLUMN) {
                lines.add(WrappedLines.cut(start + flat, COLUMN - end.length()) + end);
                return;
            }
            String indent =
                    start.substring(0, start.length() - start.stripLeading().length());
            lines.add(start + (node.isObject() ? "{" : "["));
            if (node.isObject()) {
                writeMembers(indent + INDENT, node);
            } else {
                writeElements(indent + INDENT, node);
            }
            lines.add(indent + (node.isObject() ? "}" : "]") + end);
        }

        private void writeMembers(String indent, JsonNode object) {
            for (Iterator<Map.Entry<String, JsonNode>> all = object.properties().iterator(); all.hasNext(); ) {
                Map.Entry<String, JsonNode> member = all.next();
                write(indent + name(member.getKey()), member.getValue(), all.hasNext() ? "," : "");
            }
        }

        private void writeElements(String indent, JsonNode array) {
            List<String> plain = new ArrayList<>();
            for (Iterator<JsonNode> all = array.iterator(); all.hasNext(); ) {
                JsonNode element = all.next();
                String end = all.hasNext() ? "," : "";
                if (element.isValueNode()) {
                    plain.add(element + end);
                } else {
                    flush(indent, plain);
                    write(indent, element, end);
                }
            }
            flush(indent, plain);
        }

        /** Writes plain values, several on a line. */
        private void flush(String indent, List<String> plain) {
            if (!plain.isEmpty()) {
                WrappedLines.join(plain, " ", COLUMN - indent.length()).forEach(line -> lines.add(indent + line));
                plain.clear();
            }
        }

        private static String flat(JsonNode node) {
            if (node.isObject()) {
                StringJoiner members = new StringJoiner(", ", "{", "}");
                node.properties().forEach(member -> members.add(name(member.getKey()) + flat(member.getValue())));
                return members.toString();
            }
            if (node.isArray()) {
                StringJoiner elements = new StringJoiner(", ", "[", "]");
                node.forEach(element -> elements.add(flat(element)));
                return elements.toString();
            }
            return node.toString();
        }

        private static String name(String member) {
            return TextNode.valueOf(member) + ": ";
        }
    }

    /** Breaks text into lines of a given width. */
    private static final class WrappedLines {

        private WrappedLines() {}

        static List<String> of(String text, int width) {
            return text.lines().flatMap(line -> wrap(line, width).stream()).toList();
        }

        /** Breaks between words. */
        static List<String> wrap(String text, int width) {
            return join(List.of(text.split(" ", -1)), " ", width);
        }

        /** Puts as many pieces on a line as fit; cuts a piece that is longer than a line. */
        static List<String> join(List<String> pieces, String between, int width) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String piece : pieces) {
                String fitting = cut(piece, width);
                if (!line.isEmpty() && line.length() + between.length() + fitting.length() > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : between).append(fitting);
            }
            lines.add(line.toString());
            return lines;
        }

        /** Returns the text, or its beginning and an ellipsis. */
        static String cut(String text, int width) {
            return text.length() > width ? text.substring(0, width - 1) + "…" : text;
        }
    }
}
