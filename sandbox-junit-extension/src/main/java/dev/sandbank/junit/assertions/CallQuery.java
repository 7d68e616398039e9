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
 * The calls that a test chooses, and how long it waits for them.
 *
 * @param bank the sandbox
 * @param traits the conditions that all of them meet
 * @param patience how long to wait, by the system's clock; zero means not at all
 * @param everyTest whether it also chooses calls of other tests than the running one
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

    /** A condition by which the calls were chosen is true of all of them. */
    void refuseToRepeat(CallCondition trait) {
        if (traits.stream().anyMatch(chosen -> chosen.words().equals(trait.words()))) {
            throw new UnsupportedOperationException("the chain already chose only calls that were " + trait.words()
                    + ", so this says nothing: write haveHappened() or hasSize(…), or choose by another condition");
        }
    }

    boolean isAboutRefusals() {
        return traits.stream().anyMatch(trait -> trait.words().startsWith("refused"));
    }

    /** Marks refused calls as checked, for strict tests. */
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

    /** The calls as soon as they are enough or, if time is up, as they are then. */
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
            throw new IllegalStateException("interrupted while waiting for calls" + words(), e);
        }
        return Objects.requireNonNull(latest.get());
    }

    private List<Exchange> among(List<Exchange> all) {
        return all.stream()
                .filter(call -> everyTest || bank.journal().isOfThisTest(call))
                .filter(call -> CallCondition.lacking(traits, call).isEmpty())
                .toList();
    }

    /** The conditions in words, such as {@code to createTransfer by client payouts}, each with a blank before it. */
    String words() {
        return traits.stream().map(trait -> " " + trait.words()).collect(Collectors.joining());
    }

    /** Sentences about names that may be misspelt: nothing has the name, and no call so far met the condition. */
    List<String> doubts() {
        List<Exchange> all = bank.journal().calls();
        return traits.stream()
                .filter(trait -> all.stream().noneMatch(trait::fits))
                .flatMap(trait -> trait.doubt().apply(bank.names()).stream())
                .toList();
    }
}
