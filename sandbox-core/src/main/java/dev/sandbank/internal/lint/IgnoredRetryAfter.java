package dev.sandbank.internal.lint;

import dev.sandbank.Exchange;
import dev.sandbank.internal.lint.LintRule.Mistake;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A client repeats a call earlier than {@code Retry-After} says. While the sandbox's clock stands still, nobody can see
 * whether it waited.
 */
final class IgnoredRetryAfter {

    private static final Set<Integer> WITH_DELAY = Set.of(429, 503);

    private IgnoredRetryAfter() {}

    static List<Mistake> in(ClientCalls client) {
        Map<String, Exchange> refused = new HashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (Exchange call : client.calls()) {
            String same = call.method() + " " + call.target();
            Exchange before = WITH_DELAY.contains(call.status()) ? refused.put(same, call) : refused.remove(same);
            if (before != null) {
                until(before)
                        .filter(end -> isTooEarly(before, call, end))
                        .ifPresent(end -> mistakes.add(told(before, call)));
            }
        }
        return mistakes;
    }

    private static boolean isTooEarly(Exchange before, Exchange call, Instant end) {
        return call.at().isAfter(before.at()) && call.at().isBefore(end);
    }

    private static Mistake told(Exchange before, Exchange call) {
        return new Mistake(
                List.of(before.number(), call.number()),
                "the bank answered " + before.status() + " with Retry-After: " + header(before)
                        + ", and it repeated the call at once");
    }

    private static String header(Exchange call) {
        return call.replyHeaders().getOrDefault("Retry-After", "");
    }

    /** Returns when the call may be repeated (RFC 9110 §10.2.3); empty if the reply does not say so. */
    private static Optional<Instant> until(Exchange call) {
        String told = header(call);
        if (told.matches("\\d{1,9}")) {
            return Optional.of(call.at().plusSeconds(Long.parseLong(told)));
        }
        try {
            return Optional.of(ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
