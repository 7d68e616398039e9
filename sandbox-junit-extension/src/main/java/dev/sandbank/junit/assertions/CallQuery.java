package dev.sandbank.junit.assertions;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which calls a test means, and how long it waits for them.
 *
 * @param bank whose calls
 * @param traits what is true of all of them
 * @param patience how long, by the system's clock; nothing means not at all
 * @param everyTest whether calls of other tests than the one that runs are meant, too
 */
record CallQuery(Sandbank bank, List<CallCondition> traits, Duration patience, boolean everyTest) {

    CallQuery with(CallCondition trait) {
        return new CallQuery(
                bank, Stream.concat(traits.stream(), Stream.of(trait)).toList(), patience, everyTest);
    }

    CallQuery with(Duration other) {
        return new CallQuery(bank, traits, other, everyTest);
    }

    CallQuery ofAllTests() {
        return new CallQuery(bank, traits, patience, true);
    }

    /** What was chosen by is true of all that is there. */
    void refuseToRepeat(CallCondition trait) {
        if (traits.stream().anyMatch(chosen -> chosen.words().equals(trait.words()))) {
            throw new UnsupportedOperationException(
                    "only calls that were " + trait.words()
                            + " were chosen, so this says nothing: write haveHappened() or hasSize(…), or choose by something else");
        }
    }

    boolean isAboutRefusals() {
        return traits.stream().anyMatch(trait -> trait.words().startsWith("refused"));
    }

    /** A strict test need not look at these any more. */
    void spokenOf(List<Exchange> calls) {
        calls.stream().filter(call -> !call.decision().allowed()).forEach(bank.journal()::expect);
    }

    boolean waits() {
        return !patience.isZero();
    }

    /** The calls so far, oldest first. */
    List<Exchange> now() {
        return among(bank.journal().calls());
    }

    /** The calls as soon as they are enough; when time is up, as they are then. */
    List<Exchange> until(Predicate<List<Exchange>> enough) {
        AtomicReference<List<Exchange>> latest = new AtomicReference<>(List.of());
        try {
            bank.journal()
                    .awaitCalls(
                            all -> {
                                List<Exchange> ours = among(all);
                                latest.set(ours);
                                return enough.test(ours);
                            },
                            patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it waited for calls " + words(), e);
        }
        return Objects.requireNonNull(latest.get());
    }

    private List<Exchange> among(List<Exchange> all) {
        return all.stream()
                .filter(call -> everyTest || bank.journal().isOfThisTest(call))
                .filter(call -> CallCondition.lacking(traits, call).isEmpty())
                .toList();
    }

    /** What is true of the calls, such as {@code to createTransfer by client payouts}. */
    String words() {
        return traits.stream().map(trait -> " " + trait.words()).collect(Collectors.joining());
    }

    /** What of the names may be misspelt: nothing is called so, and no call so far was different. */
    List<String> doubts() {
        List<Exchange> all = bank.journal().calls();
        return traits.stream()
                .filter(trait -> all.stream().noneMatch(trait::fits))
                .flatMap(trait -> trait.doubt().apply(bank.names()).stream())
                .toList();
    }
}
