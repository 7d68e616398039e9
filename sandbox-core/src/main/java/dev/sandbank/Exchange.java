package dev.sandbank;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One call and its reply, as the journal keeps them: it shortens secrets to four characters, and bodies to 4,096.
 *
 * @param number the number of the call in this sandbox, from 1
 * @param at when it happened, by the sandbox's clock
 * @param method the HTTP method
 * @param target path and query as they were sent
 * @param requestHeaders the header fields of the request
 * @param requestBody the content of the request
 * @param status the HTTP status of the reply
 * @param replyHeaders the header fields of the reply
 * @param replyBody the content of the reply
 * @param decision how the sandbox decided it
 * @param tests the tests it belongs to: the one that its header field {@code Sandbank-Test} names, else all that used this
 *     sandbox when it arrived, see {@link SandbankJournal#beginTest}
 */
@Stable
public record Exchange(
        long number,
        Instant at,
        String method,
        String target,
        Map<String, List<String>> requestHeaders,
        String requestBody,
        int status,
        Map<String, String> replyHeaders,
        String replyBody,
        Decision decision,
        List<String> tests) {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    public Exchange {
        requestHeaders = Collections.unmodifiableMap(requestHeaders);
        replyHeaders = Collections.unmodifiableMap(replyHeaders);
        tests = List.copyOf(tests);
    }

    /** The call in one line, such as {@code #2 GET /banking/accounts -> 403, listAccounts by client ada-batch}. */
    public String headline() {
        String who = named(" by client ", decision.client()) + named(" for ", decision.subject());
        String what = decision.operation().isEmpty() ? "no operation" : decision.operation();
        return plain("#" + number + " " + method + " " + target + " -> " + status + ", " + what + who);
    }

    private static String named(String before, String name) {
        return name.isEmpty() ? "" : before + name;
    }

    /** The headline, and below it each gate with what it saw, indented. */
    public String describe() {
        return decision.chain().stream()
                .map(line -> "\n   " + plain(line))
                .collect(Collectors.joining("", headline(), ""));
    }

    /** What callers sent cannot end a line. */
    private static String plain(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
