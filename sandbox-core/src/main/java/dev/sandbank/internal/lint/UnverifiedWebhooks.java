package dev.sandbank.internal.lint;

import dev.sandbank.Change;
import dev.sandbank.internal.lint.LintRule.Mistake;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A receiver of webhooks acknowledges a delivery that it must refuse. No call to the bank shows that, but a note that
 * the journal has of each answer to a bad delivery.
 */
final class UnverifiedWebhooks {

    private static final Pattern ACKNOWLEDGED = Pattern.compile(
            "bad delivery \\((?<flaw>[a-z-]+)\\) to webhook (?<id>.+) was answered with (?<status>2\\d\\d), expected a status from 400 .*");

    private static final String RECEIVER = "webhook ";

    private UnverifiedWebhooks() {}

    /** Returns the receivers that acknowledged one, as clients without calls. */
    static Stream<String> receivers(List<Change> changes) {
        return changes.stream()
                .flatMap(UnverifiedWebhooks::acknowledged)
                .map(UnverifiedWebhooks::receiver)
                .distinct();
    }

    static List<Mistake> in(ClientCalls client) {
        return client.id().startsWith(RECEIVER)
                ? client.changes().stream()
                        .flatMap(UnverifiedWebhooks::acknowledged)
                        .filter(note -> receiver(note).equals(client.id()))
                        .map(note -> new Mistake(
                                List.of(),
                                "it acknowledged a delivery with the flaw " + note.group("flaw") + " by "
                                        + note.group("status")))
                        .toList()
                : List.of();
    }

    private static String receiver(Matcher note) {
        return RECEIVER + note.group("id");
    }

    private static Stream<Matcher> acknowledged(Change change) {
        return Stream.of(ACKNOWLEDGED.matcher(change.what())).filter(Matcher::matches);
    }
}
