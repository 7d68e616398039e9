package dev.sandbank;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something that a client does wrong, or could do better, as its calls show.
 *
 * @param rule the id of the rule, such as {@code token-per-call}; it never changes its meaning
 * @param severity how bad it is
 * @param client the client that did it, or the endpoint of a webhook; empty if nobody was named
 * @param calls the numbers of the calls that show it, in order; none for a webhook, which is no call to the bank
 * @param what what happened
 * @param advice what to do about it
 * @param source the section of the standard that says so
 */
@Experimental
public record Finding(
        String rule, Severity severity, String client, List<Long> calls, String what, String advice, String source) {

    private static final int MOST_SHOWN = 10;

    /** How bad a finding is. */
    public enum Severity {
        /** It works, but there is a better way. */
        INFO,
        /** It goes wrong under load, over time, or if somebody attacks. */
        WARNING,
        /** It gives a secret away, or the standard forbids it. */
        ERROR
    }

    public Finding {
        calls = List.copyOf(calls);
    }

    /** Whether it is as bad as this, or worse. */
    public boolean isAtLeast(Severity least) {
        return severity.compareTo(least) >= 0;
    }

    /**
     * The finding in three lines, such as
     *
     * <pre>
     * warning token-per-call: client ada-batch, calls 1, 3, 5
     *    it asked for a token before each of 3 calls, although the first one was valid for 900 s
     *    Keep the token until shortly before expires_in is over. (RFC 6749 §5.1)
     * </pre>
     */
    public String describe() {
        return severity.name().toLowerCase(Locale.ROOT) + " " + rule + ": " + who() + "\n   " + what + "\n   " + advice
                + " (" + source + ")";
    }

    private String who() {
        String named = client.isEmpty() ? "a client" : client.contains(" ") ? client : "client " + client;
        if (calls.isEmpty()) {
            return named;
        }
        String shown = calls.stream().limit(MOST_SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        String rest = calls.size() > MOST_SHOWN ? " and " + (calls.size() - MOST_SHOWN) + " more" : "";
        return named + ", " + (calls.size() == 1 ? "call " : "calls ") + shown + rest;
    }
}
