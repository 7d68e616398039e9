package dev.sandbank.internal.cli.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of a scenario, and what the reader is told of it.
 *
 * @param told what is shown and what is to be expected, in a sentence or two
 * @param before what is done to the sandbox first
 * @param request the call
 * @param reply what must come of it
 * @param keep names for members of the reply, by JSON Pointer: later requests may say <code>${name}</code>
 */
record DemoStep(
        String told, List<Preparation> before, DemoRequest request, Expectation reply, Map<String, String> keep) {

    DemoStep(
            String told,
            @Nullable List<Preparation> before,
            DemoRequest request,
            Expectation reply,
            @Nullable Map<String, String> keep) {
        this.told = told;
        this.before = before == null ? List.of() : List.copyOf(before);
        this.request = Objects.requireNonNull(request, () -> "no request: " + told);
        this.reply = Objects.requireNonNull(reply, () -> "no reply: " + told);
        this.keep = keep == null ? Map.of() : Map.copyOf(keep);
    }
}
