package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The state that an entry is in after an action, if the schema of its state has a word for that: {@code cancelled}
 * after {@code cancel}.
 *
 * @param member the member with the state
 * @param value the state
 */
record StateOfAction(String member, JsonNode value) {

    private static final List<String> MEMBERS = List.of("status", "state");

    static Optional<StateOfAction> of(Samples samples, JsonNode entry, String action) {
        String stem = Words.plain(action).replaceFirst("(e|y)$", "");
        Shape shape = samples.shape(entry);
        return stem.length() < 3
                ? Optional.empty()
                : MEMBERS.stream()
                        .filter(member -> !shape.property(member).isMissingNode())
                        .flatMap(member -> samples.shape(shape.property(member))
                                .keywords()
                                .path("enum")
                                .valueStream()
                                .filter(state -> Words.plain(state.asText().toLowerCase(Locale.ROOT))
                                        .startsWith(stem))
                                .map(state -> new StateOfAction(member, state)))
                        .findFirst();
    }
}
