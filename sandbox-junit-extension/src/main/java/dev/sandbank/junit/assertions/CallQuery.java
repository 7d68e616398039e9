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
 */
record CallQuery(Sandbank bank, List<CallCondition> traits, Duration patience) {

    CallQuery with(CallCondition trait) {
        return new CallQuery(
                bank, Stream.concat(traits.stream(), Stream.of(trait)).toList(), patience);
    }

    CallQuery with(Duration other) {
        return new CallQuery(bank, traits, other);
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
