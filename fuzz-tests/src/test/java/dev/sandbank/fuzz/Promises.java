package dev.sandbank.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandbank.Decision.Verdict;
import dev.sandbank.Exchange;
import dev.sandbank.internal.model.Reply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds of every reply, whatever was asked. */
final class Promises {

    private static final int SERVERS_FAULT = 500;
    private static final int UNAVAILABLE = 503;
    private static final int REFUSED = 400;
    private static final Pattern FULL = Pattern.compile("the setting memory|the most for one move of the clock");

    /** A class, a line of a stack trace, a file of ours: nothing that callers are to read. */
    private static final Pattern INSIDE = Pattern.compile(
            "dev[./]sandbank|\\b(?:java|javax|jakarta|com|org|net|io|kotlin|sun)(?:\\.[a-z]\\w*)+\\.[A-Z]\\w*"
                    + "|(?<=\\w)(?:Exception|Error)\\b(?=[:\\s])|\\bat [\\w.$]+\\([\\w.]+:\\d+\\)|\\.java\\b");

    private Promises() {}

    /** Only what there is no memory for is a fault of the server, and that is told as such. */
    static void assertKeptBy(Message asked, Reply reply) {
        assertFalse(
                reply.status() >= SERVERS_FAULT
                        && !(reply.status() == UNAVAILABLE
                                && FULL.matcher(reply.body()).find()),
                () -> "answered " + reply.status() + ": " + reply.body());
        assertTellsNothingOfTheInside(reply.headers() + "\n" + reply.body(), asked.toString());
    }

    /** What the caller said may come back. */
    static void assertTellsNothingOfTheInside(String told, String asked) {
        Matcher inside = INSIDE.matcher(told);
        while (inside.find()) {
            assertTrue(asked.contains(inside.group()), () -> "tells of " + inside.group() + ": " + told);
        }
    }

    /** Whoever is refused can read in the journal by which gate and why. */
    static void assertKeptBy(Exchange entry) {
        boolean told = !entry.decision().allowed()
                && entry.decision().gates().stream().anyMatch(gate -> gate.verdict() == Verdict.REFUSED);
        assertFalse(
                entry.status() >= REFUSED && !told,
                () -> "answered " + entry.status() + " by this decision: " + entry.decision());
    }

    static void assertKeepsSecret(Exchange entry, String secret) {
        assertFalse(
                !secret.isEmpty() && entry.toString().contains(secret),
                () -> "the journal has " + secret + ": " + entry);
    }
}
