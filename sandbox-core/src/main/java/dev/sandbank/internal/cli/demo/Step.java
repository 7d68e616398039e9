package dev.sandbank.internal.cli.demo;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of a scenario, and what the reader is told of it.
 *
 * @param told what is shown and what is to be expected, in a sentence or two
 * @param before what is done to the sandbox first
 * @param request the call
 * @param reply what must come of it
 */
record Step(String told, List<Preparation> before, Request request, Expectation reply) {

    Step(String told, @Nullable List<Preparation> before, Request request, Expectation reply) {
        this.told = told;
        this.before = before == null ? List.of() : List.copyOf(before);
        this.request = Objects.requireNonNull(request, () -> "no request: " + told);
        this.reply = Objects.requireNonNull(reply, () -> "no reply: " + told);
    }
}
