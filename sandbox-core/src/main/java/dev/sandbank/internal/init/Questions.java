package dev.sandbank.internal.init;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an author has to look at, by kind, each with the places in the description that it is about. */
final class Questions {

    /** The kinds of question, in the order in which they are shown. */
    enum Kind {
        LEFT_OUT("Left out, because Sandbank cannot honour it"),
        GUESSED("Guessed: is it so?"),
        NOT_SAID("What no description says"),
        CODES("Error codes in examples: each may be a rule or a state of yours"),
        DERIVED("Derived from the description");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    private record Question(Kind kind, String text) {}

    private final List<Question> all = new ArrayList<>();

    void add(Kind kind, String text) {
        Question question = new Question(kind, text);
        if (!all.contains(question)) {
            all.add(question);
        }
    }

    /** Returns them as lines, numbered through. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (Kind kind : Kind.values()) {
            List<Question> some =
                    all.stream().filter(each -> each.kind() == kind).toList();
            if (!some.isEmpty()) {
                lines.add("");
                lines.add(kind.title + ":");
            }
            for (Question question : some) {
                lines.addAll(Stream.of(number++ + ". " + question.text()).toList());
            }
        }
        return lines;
    }
}
