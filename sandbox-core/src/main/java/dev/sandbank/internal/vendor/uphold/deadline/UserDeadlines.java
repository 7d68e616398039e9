package dev.sandbank.internal.vendor.uphold.deadline;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.work.ScheduledTask;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Notes in a user's entry what the clock has changed, one moment after the other. Replies do not need that: they follow
 * the clock. The user's times stay as they are.
 *
 * @param store the state of the environment
 * @param all the kinds of deadlines, of which the first comes first
 */
public record UserDeadlines(Store store, List<Deadlines> all) implements ScheduledTask {

    /**
     * The next deadline of a user.
     *
     * @param of its kind
     * @param at when it is, to the millisecond
     */
    private record Next(Deadlines of, Instant at) {}

    @Override
    public void run(Entry user, Instant at) {
        Instant now = exactly(at);
        next(user).ifPresent(next -> {
            if (next.at().isAfter(now)) {
                store.alarms().set(Directory.USERS, user.id(), next.at());
            } else {
                next.of().pass(user, user.document());
                store.entries().at(now).put(user, null);
                store.alarms().set(Directory.USERS, user.id(), now);
            }
        });
    }

    private Optional<Next> next(Entry user) {
        return all.stream()
                .flatMap(kind -> kind.next(user).map(at -> new Next(kind, exactly(at))).stream())
                .min(Comparator.comparing(Next::at));
    }

    private static Instant exactly(Instant moment) {
        return Instant.ofEpochMilli(moment.toEpochMilli());
    }
}
