package dev.sandbank.junit.assertions;

import dev.sandbank.Exchange;
import dev.sandbank.SandbankNames;
import dev.sandbank.SandbankNames.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A condition on a call.
 *
 * @param words the condition in words, such as {@code by client payouts}
 * @param instead what is true of a call that does not meet it, in the same form; empty if the call meets it
 * @param doubt a sentence about an unknown name in it
 */
record CallCondition(
        String words, Function<Exchange, Optional<String>> instead, Function<SandbankNames, Optional<String>> doubt) {

    static CallCondition of(String words, Function<Exchange, Optional<String>> instead) {
        return new CallCondition(words, instead, names -> Optional.empty());
    }

    CallCondition about(Kind kind, String name) {
        return new CallCondition(words, instead, names -> names.doubt(kind, name));
    }

    boolean fits(Exchange call) {
        return instead.apply(call).isEmpty();
    }

    /** Why a call does not meet it; empty if it does. */
    String whyNot(Exchange call) {
        return instead.apply(call)
                .map(other -> "it is " + other + ", not " + words)
                .orElse("");
    }

    /** The conditions that a call does not meet. */
    static List<CallCondition> lacking(List<CallCondition> traits, Exchange call) {
        return traits.stream().filter(trait -> !trait.fits(call)).toList();
    }
}
