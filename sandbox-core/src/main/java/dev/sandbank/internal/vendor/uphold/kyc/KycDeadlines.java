package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.vendor.uphold.deadline.Deadlines;
import dev.sandbank.internal.work.OperationContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The moments at which processes are done, or their results expire. */
public record KycDeadlines(OperationContext context) implements Deadlines {

    /**
     * The next deadline.
     *
     * @param process its process
     * @param at when it is
     */
    private record Next(KycProcess process, Instant at) {}

    @Override
    public Optional<Instant> next(Entry user) {
        return first(user).map(Next::at);
    }

    @Override
    public void pass(Entry user, ObjectNode document) {
        first(user)
                .ifPresent(next -> document.withObject("/" + Kyc.MEMBER)
                        .withObject("/" + next.process().member())
                        .put(Kyc.REACHED, next.at().toString()));
    }

    private Optional<Next> first(Entry user) {
        if (!user.document().has(Kyc.MEMBER)) {
            return Optional.empty();
        }
        Kyc kyc = Kyc.told(user, context);
        return Stream.of(KycProcess.values())
                .flatMap(process -> kyc.next(process).map(at -> new Next(process, at)).stream())
                .min(Comparator.comparing(Next::at));
    }
}
