package dev.sandbank.internal.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a call was decided: the steps it took and, if it was turned away, why.
 *
 * @param steps every gate that was asked, in order; the last one is the refusing one if any
 * @param refusal the first refusal, or null if the call was allowed
 * @param operation the operation or endpoint, or empty if the call led nowhere
 * @param client the client's id, or empty if it is not known
 * @param subject for whom, such as {@code user ada}, or empty if it is not known
 */
public record Ruling(List<Step> steps, @Nullable Refusal refusal, String operation, String client, String subject) {

    public Ruling {
        steps = List.copyOf(steps);
    }

    /** The same with other steps. */
    public Ruling with(List<Step> others) {
        return new Ruling(others, refusal, operation, client, subject);
    }

    public Optional<Refusal> refused() {
        return Optional.ofNullable(refusal);
    }

    /** What the refusal says of that kind, such as what was {@code required} or {@code held}; nothing if it does not. */
    public List<String> listed(String fact) {
        return refused().map(known -> known.facts().get(fact)).stream()
                .filter(Collection.class::isInstance)
                .flatMap(all -> ((Collection<?>) all).stream())
                .map(Object::toString)
                .toList();
    }
}
