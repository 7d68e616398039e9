package dev.sandbank.internal.init;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an author has to look at: each question with the places in the description that it is about. */
final class Questions {

    private static final int WIDTH = 120;
    private static final String INDENT = "     ";

    /** @param subject what fills the blank of the topic; empty if it has none */
    private record Question(Topic topic, String subject) {}

    private final Map<Question, Set<String>> all = new LinkedHashMap<>();

    /** Asks about a topic as a whole. */
    void add(Topic topic) {
        about(topic, "");
    }

    /** @param place what stands in the list below the question: an operation, say, and its place in the description */
    void add(Topic topic, String place) {
        about(topic, "").add(place);
    }

    void add(Topic topic, String subject, String place) {
        about(topic, subject).add(place);
    }

    private Set<String> about(Topic topic, String subject) {
        return all.computeIfAbsent(new Question(topic, subject), key -> new LinkedHashSet<>());
    }

    /**
     * Returns them as lines, numbered through; of one topic, those with the most places first.
     *
     * @param own the file in which the author answers
     */
    List<String> lines(String own) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (Topic.Kind kind : Topic.Kind.values()) {
            List<Map.Entry<Question, Set<String>>> some = all.entrySet().stream()
                    .filter(each -> each.getKey().topic().kind() == kind)
                    .sorted(Comparator.<Map.Entry<Question, Set<String>>, Topic>comparing(
                                    each -> each.getKey().topic())
                            .thenComparing(each -> -each.getValue().size()))
                    .toList();
            if (!some.isEmpty()) {
                lines.add("");
                lines.add(kind.title() + (kind.title().endsWith("?") ? "" : ":"));
            }
            for (Map.Entry<Question, Set<String>> question : some) {
                Topic topic = question.getKey().topic();
                String text =
                        topic.text().replace("%s", question.getKey().subject()).replace("NAME.yaml", own);
                boolean last = question.getValue().isEmpty() || text.endsWith("?");
                lines.add(number++ + ". " + text + (last ? "" : ":"));
                lines.addAll(topic.isBrief() ? wrapped(question.getValue()) : below(question.getValue()));
            }
        }
        return lines;
    }

    private static List<String> below(Collection<String> places) {
        return places.stream().map(place -> "   - " + place).toList();
    }

    private static List<String> wrapped(Collection<String> words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (!line.isEmpty() && line.length() + word.length() > WIDTH) {
                lines.add(INDENT + line + ",");
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : ", ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(INDENT + line);
        }
        return lines;
    }
}
