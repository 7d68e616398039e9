package dev.sandbank.junit.assertions;

import dev.sandbank.Exchange;
import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describes a failure: what the test expected, what happened instead gate by gate, and which calls nearly matched.
 *
 * @param look the calls that the test chose
 */
record Report(CallQuery look) {

    private static final int MOST_SHOWN = 5;
    private static final int MOST_NEAR = 3;

    /** Not every call meets the conditions, or there is none. */
    String each(List<CallCondition> expected, List<Exchange> found) {
        List<Exchange> others = found.stream()
                .filter(call -> !CallCondition.lacking(expected, call).isEmpty())
                .toList();
        String wanted = "Expected each call" + look.words() + " to be " + words(expected);
        return found.isEmpty()
                ? wanted + ", but there is none" + waited() + doubts() + nearMisses()
                : wanted + ", but " + others.size() + " of " + found.size() + (others.size() == 1 ? " is" : " are")
                        + " not" + waited() + doubts(expected) + shown(expected, others);
    }

    /** There are more or fewer calls than there should be. */
    String size(String wanted, List<Exchange> found) {
        String start =
                "Expected " + wanted + look.words() + ", but there " + amount(found.size()) + waited() + doubts();
        return found.isEmpty() ? start + nearMisses() : start + shown(List.of(), found);
    }

    /** If a call can never happen, it shows nothing that it did not. */
    String impossible(List<String> doubts) {
        return "Expected no call" + look.words() + ", but no call can match: " + String.join("; ", doubts);
    }

    /** The latest call does not meet the conditions. */
    String last(List<CallCondition> expected, Exchange call) {
        String earlier = look.now().stream()
                .filter(other -> CallCondition.lacking(expected, other).isEmpty())
                .map(other -> "\n\nAn earlier call was:\n\n" + other.describe())
                .findFirst()
                .orElse("");
        return one("Expected the last call" + look.words() + " to be ", expected, call, waited() + doubts(expected))
                + earlier;
    }

    String noLast() {
        return "Expected a call" + look.words() + ", but there is none" + waited() + doubts() + nearMisses();
    }

    static String one(List<CallCondition> expected, Exchange call) {
        return one("Expected this call to be ", expected, call, "");
    }

    private static String one(String start, List<CallCondition> expected, Exchange call, String more) {
        return start + words(expected) + ", but it is not" + more + "\n\n" + described(expected, call);
    }

    /** Each finding, and below it the calls that show it. */
    static String findings(Severity least, List<Finding> found, List<Exchange> calls) {
        return "Expected no findings of severity " + least.name().toLowerCase(Locale.ROOT) + " or worse, but there "
                + amount(found.size())
                + found.stream()
                        .map(finding -> "\n\n" + finding.describe() + headlines(finding, calls))
                        .collect(Collectors.joining());
    }

    private static String headlines(Finding finding, List<Exchange> calls) {
        return calls.stream()
                .filter(call -> finding.calls().contains(call.number()))
                .limit(MOST_SHOWN)
                .map(call -> "\n   " + call.headline())
                .collect(Collectors.joining());
    }

    private static String words(List<CallCondition> traits) {
        return traits.stream().map(CallCondition::words).collect(Collectors.joining(", "));
    }

    private static String amount(int number) {
        return number == 0 ? "is none" : (number == 1 ? "is " : "are ") + number;
    }

    private String waited() {
        return look.waits() ? "; waited " + look.patience() : "";
    }

    private String doubts() {
        return sentences(look.doubts().stream());
    }

    private String doubts(List<CallCondition> expected) {
        return sentences(expected.stream()
                .flatMap(trait -> trait.doubt().apply(look.bank().names()).stream()));
    }

    private static String sentences(Stream<String> doubts) {
        return doubts.map(doubt -> "\nBy the way: " + doubt).collect(Collectors.joining());
    }

    /** The calls that miss the fewest conditions, the latest of them first. */
    private String nearMisses() {
        List<Exchange> all = new CallQuery(look.bank(), List.of(), Duration.ZERO, look.everyTest()).now();
        if (all.isEmpty()) {
            return "\nNo call has reached the sandbox.";
        }
        int least = all.stream().mapToInt(this::lacks).min().orElse(0);
        return "\n\nNear misses:"
                + all.stream()
                        .filter(call -> lacks(call) == least)
                        .sorted(Comparator.comparingLong(Exchange::number).reversed())
                        .limit(MOST_NEAR)
                        .map(call -> "\n\n" + described(look.traits(), call))
                        .collect(Collectors.joining());
    }

    private int lacks(Exchange call) {
        return CallCondition.lacking(look.traits(), call).size();
    }

    private static String shown(List<CallCondition> expected, List<Exchange> calls) {
        String rest = calls.size() > MOST_SHOWN ? "\n\nand " + (calls.size() - MOST_SHOWN) + " more" : "";
        return calls.stream()
                .limit(MOST_SHOWN)
                .map(call -> "\n\n" + described(expected, call))
                .collect(Collectors.joining("", "", rest));
    }

    /** The call with all its gates, and before them why it does not fit. */
    private static String described(List<CallCondition> expected, Exchange call) {
        String reasons = CallCondition.lacking(expected, call).stream()
                .map(trait -> "\n   " + trait.whyNot(call))
                .collect(Collectors.joining());
        String headline = call.headline();
        return headline + reasons + call.describe().substring(headline.length());
    }
}
