package dev.sandbank.internal.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Tables;
import dev.sandbank.internal.store.Timers.Alarm;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When the bank looks at entries next, and in which order where that is the same moment.
 *
 * @param moments by collection and id
 */
public record PendingTimers(Map<List<String>, Moment> moments) {

    /**
     * When an entry is looked at.
     *
     * @param at the moment
     * @param turn its place among those of the same moment, from 1 on; 0 if there are no others
     */
    public record Moment(Instant at, int turn) {

        void tell(ObjectNode kept) {
            kept.put("dueAt", at.toString());
            if (turn > 0) {
                kept.put("turn", turn);
            }
        }
    }

    static PendingTimers of(Dialect dialect, Tables tables) {
        List<Alarm> alarms = alarms(dialect, tables);
        Map<Instant, Integer> together = new HashMap<>();
        alarms.forEach(alarm -> together.merge(alarm.at(), 1, Integer::sum));
        Map<Instant, Integer> turns = new HashMap<>();
        Map<List<String>, Moment> moments = new HashMap<>();
        for (Alarm alarm : alarms) {
            boolean alone = together.getOrDefault(alarm.at(), 0) == 1;
            int turn = alone ? 0 : turns.merge(alarm.at(), 1, Integer::sum);
            moments.put(List.of(alarm.collection(), alarm.id()), new Moment(alarm.at(), turn));
        }
        return new PendingTimers(moments);
    }

    /** Those of entries that are there: of others, nothing will come. */
    private static List<Alarm> alarms(Dialect dialect, Tables tables) {
        Map<String, Set<String>> there = new HashMap<>();
        return tables.alarms().all().stream()
                .filter(alarm -> dialect.collection(alarm.collection()).timely())
                .filter(alarm -> there.computeIfAbsent(
                                alarm.collection(), name -> tables.entries().ids(name))
                        .contains(alarm.id()))
                .toList();
    }

    Optional<Moment> of(Entry entry) {
        return Optional.ofNullable(moments.get(List.of(entry.collection(), entry.id())));
    }
}
