package dev.sandbank.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.EntryRow;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.EventRule;
import dev.sandbank.internal.dialect.Visibility;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Tables;
import dev.sandbank.internal.store.Timers.Alarm;
import dev.sandbank.internal.work.OwnershipKeys;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes an entry as a fixture has it: its members, and the sandbox's own data that members do not show. Numbers of
 * calls belong to one journal, so a fixture has none.
 *
 * @param dialect the bank's dialect
 * @param due the next time at which the bank processes each entry
 * @param startsAt the creation time of entries without one in the exported fixture, or null if that is not known
 */
public record EntryForm(
        Dialect dialect, PendingTimers due, @Nullable Instant startsAt) {

    public static EntryForm of(Dialect dialect, Tables tables, @Nullable Instant startsAt) {
        return new EntryForm(dialect, PendingTimers.of(dialect, tables), startsAt);
    }

    /** Returns a new tree. */
    public ObjectNode of(Entry entry) {
        ObjectNode told = entry.document().deepCopy();
        if (entry.collection().equals(EventRule.EVENTS)) {
            told.remove(EventRule.CALL);
        }
        Optional<PendingTimers.Moment> next = due.of(entry);
        boolean unowned = isUnowned(entry);
        boolean keepsTimes = !entry.collection().equals(Directory.CLIENTS) && !tellsTimes(entry);
        if (next.isEmpty() && !unowned && !keepsTimes) {
            return told;
        }
        ObjectNode kept = told.putObject(EntryRow.KEPT);
        kept.put("createdAt", entry.createdAt().toString());
        kept.put("updatedAt", entry.updatedAt().toString());
        next.ifPresent(moment -> moment.tell(kept));
        if (unowned) {
            kept.put("unowned", true);
        }
        return told;
    }

    /** Whether its own members, or their absence, determine its times. */
    private boolean tellsTimes(Entry entry) {
        Optional<Instant> created = instant(entry.document(), "createdAt")
                .or(() -> entry.document().has("createdAt") ? Optional.empty() : Optional.ofNullable(startsAt));
        Optional<Instant> updated = instant(entry.document(), "updatedAt")
                .or(() -> entry.document().has("updatedAt") ? Optional.empty() : created);
        return created.filter(at -> sameMillisecond(at, entry.createdAt())).isPresent()
                && updated.filter(at -> sameMillisecond(at, entry.updatedAt())).isPresent();
    }

    private static boolean sameMillisecond(Instant one, Instant other) {
        return one.toEpochMilli() == other.toEpochMilli();
    }

    private static Optional<Instant> instant(JsonNode document, String member) {
        try {
            return Optional.ofNullable(document.path(member).textValue()).map(Instant::parse);
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }

    /** Whether it should have an owner or a parent, but names none. */
    private boolean isUnowned(Entry entry) {
        Visibility rule = dialect.collection(entry.collection());
        OwnershipKeys keys = new OwnershipKeys(dialect);
        return (rule.owner() != null && keys.owner(entry.collection(), entry.document()) == null)
                || (rule.through() != null && keys.parent(entry.collection(), entry.document()) == null);
    }

    /**
     * The next time at which the bank processes entries, and the order of equal times.
     *
     * @param moments by collection and id
     */
    private record PendingTimers(Map<List<String>, Moment> moments) {

        /**
         * The next time of an entry.
         *
         * @param at the moment
         * @param turn its place among those of the same moment, from 1 on; 0 if there are no others
         */
        record Moment(Instant at, int turn) {

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

        /** Returns the timers of existing entries; others have no effect. */
        private static List<Alarm> alarms(Dialect dialect, Tables tables) {
            Map<String, Set<String>> there = new HashMap<>();
            return tables.alarms().all().stream()
                    .filter(alarm -> dialect.collection(alarm.collection()).timely() != null)
                    .filter(alarm -> there.computeIfAbsent(
                                    alarm.collection(), name -> tables.entries().ids(name))
                            .contains(alarm.id()))
                    .toList();
        }

        Optional<Moment> of(Entry entry) {
            return Optional.ofNullable(moments.get(List.of(entry.collection(), entry.id())));
        }
    }
}
