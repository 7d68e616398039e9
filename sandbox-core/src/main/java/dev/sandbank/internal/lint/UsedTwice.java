package dev.sandbank.internal.lint;

import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.internal.lint.LintRule.Mistake;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that may be used once is used again. The gate that notices says in which call it was used before.
 *
 * @param seen matches what a gate saw, with the group {@code call} for the number of the earlier call
 * @param what what was used twice
 */
record UsedTwice(Pattern seen, String what) implements Function<ClientCalls, List<Mistake>> {

    static final UsedTwice CODE = new UsedTwice(
            Pattern.compile("The code was used before, in call (?<call>\\d+);.*"), "the same authorization code");

    /** Also one that the bank forgives for a while. */
    static final UsedTwice REFRESH_TOKEN = new UsedTwice(
            Pattern.compile("(?:The refresh token was )?spent in call (?<call>\\d+)[;,].*"), "the same refresh token");

    @Override
    public List<Mistake> apply(ClientCalls client) {
        return client.calls().stream()
                .filter(call -> client.isTo("token", call))
                .flatMap(this::mistake)
                .toList();
    }

    private Stream<Mistake> mistake(Exchange call) {
        return call.decision().gates().stream()
                .map(Decision.Gate::saw)
                .map(seen::matcher)
                .filter(Matcher::matches)
                .map(saw -> Long.parseLong(saw.group("call")))
                .map(first -> new Mistake(
                        List.of(first, call.number()),
                        "it used " + what + " in call " + first + " and again in call " + call.number()));
    }
}
