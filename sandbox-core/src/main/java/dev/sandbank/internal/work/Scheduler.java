package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.CallPlace;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Happening;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.store.Tables;
import dev.sandbank.internal.store.Timers.Alarm;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a bank's timed tasks: before the next call is decided, in the same transaction, and dated when they were due,
 * so that nobody can tell when they really ran.
 *
 * <p>After a long jump of the clock many tasks are due. They run in portions, each in a transaction of its own, so
 * that other calls wait for one portion at most.
 */
public final class Scheduler {

    /** How many tasks may become due in one jump of the clock; more are refused. */
    public static final long MOST_AT_ONCE = 100_000;

    private static final int PORTION = 25;

    /** About how many bytes each run of a repeated task stores. */
    private static final int BYTES = 2048;

    private final Map<String, ScheduledTask> byCollection;
    private final Store store;

    /** @param byCollection the task for the entries of each collection */
    public Scheduler(Map<String, ScheduledTask> byCollection, Store store) {
        this.byCollection = byCollection;
        this.store = store;
    }

    /**
     * Runs due tasks, the earliest first, then decides something in one transaction with the last of them.
     *
     * @throws TooMuchDueException if the clock went so far that too many are due
     */
    public <T> T upToDate(Function<Tables, T> decision) {
        Optional<T> decided = portion(decision);
        if (decided.isEmpty()) {
            requireFeasible(store.now());
        }
        while (decided.isEmpty()) {
            decided = portion(decision);
        }
        return decided.get();
    }

    /** Runs one portion, and the decision if nothing is left; returns nothing if there is more to do first. */
    private <T> Optional<T> portion(Function<Tables, T> decision) {
        return store.atomically(tables -> isUpTo(store.now()) ? Optional.of(decision.apply(tables)) : Optional.empty());
    }

    /** Says which call the decision in progress is about. */
    public void changedBy(Call call, CallPlace place) {
        store.changedBy(call, place);
    }

    /** Says that a call was refused. */
    public void refused(Happening what, Call call, CallPlace place) {
        store.refused(what, call, place);
    }

    private boolean isUpTo(Instant moment) {
        if (byCollection.isEmpty()) {
            return true;
        }
        Optional<Alarm> next = store.alarms().next(moment);
        for (int done = 0; next.isPresent() && done < PORTION; done++) {
            answer(next.get());
            next = store.alarms().next(moment);
        }
        return next.isEmpty();
    }

    private void answer(Alarm alarm) {
        store.alarms().clear(alarm.collection(), alarm.id());
        find(alarm).ifPresent(entry -> duty(alarm).ifPresent(duty -> duty.run(entry, alarm.at())));
        store.endStep();
    }

    /**
     * Checks that the clock can go to a moment.
     *
     * @throws TooMuchDueException if more than {@link #MOST_AT_ONCE} tasks would be due by then, or more than there is
     * memory for
     */
    public void requireFeasible(Instant moment) {
        long all = 0;
        long repeated = 0;
        for (Alarm alarm : store.alarms().due(moment)) {
            long times = times(alarm, moment);
            all += times;
            repeated += times - 1;
            if (all > MOST_AT_ONCE) {
                throw TooMuchDueException.tooOften(alarm, times, moment);
            }
            if (times > 1 && !store.hasRoomFor(repeated * BYTES)) {
                throw TooMuchDueException.withoutRoom(alarm, times, moment);
            }
        }
    }

    private long times(Alarm alarm, Instant moment) {
        return find(alarm)
                .flatMap(entry -> duty(alarm).map(duty -> duty.times(entry, moment)))
                .orElse(1L);
    }

    private Optional<Entry> find(Alarm alarm) {
        return store.entries().find(alarm.collection(), alarm.id());
    }

    private Optional<ScheduledTask> duty(Alarm alarm) {
        return Optional.ofNullable(byCollection.get(alarm.collection()));
    }
}
