package dev.sandbank.internal.work;

import dev.sandbank.internal.store.Alarms.Alarm;
import dev.sandbank.internal.store.Store;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a bank does by itself as its clock goes on: done before the next call looks, and dated when it was due, so that
 * nobody can tell when somebody looked.
 */
public final class Duties {

    /** More than this is done when the next call comes. */
    private static final int MOST_AT_ONCE = 100_000;

    private final Map<String, Duty> byCollection;
    private final Store store;
    private final Supplier<Instant> now;

    /** @param byCollection what is to be done with the entries of each collection */
    public Duties(Map<String, Duty> byCollection, Store store, Supplier<Instant> now) {
        this.byCollection = byCollection;
        this.store = store;
        this.now = now;
    }

    /** Does whatever has fallen due by now, the earliest first, all of it or nothing. */
    public void catchUp() {
        if (!byCollection.isEmpty() && store.alarms().next(now.get()).isPresent()) {
            store.atomically(tables -> {
                upTo(now.get());
                return tables;
            });
        }
    }

    private void upTo(Instant moment) {
        Optional<Alarm> next = store.alarms().next(moment);
        for (int done = 0; next.isPresent() && done < MOST_AT_ONCE; done++) {
            answer(next.get());
            next = store.alarms().next(moment);
        }
    }

    private void answer(Alarm alarm) {
        store.alarms().clear(alarm.collection(), alarm.id());
        store.entries()
                .find(alarm.collection(), alarm.id())
                .ifPresent(entry -> Optional.ofNullable(byCollection.get(alarm.collection()))
                        .ifPresent(duty -> duty.fallDue(entry, alarm.at())));
    }
}
