package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares members: numbers and amounts by value, everything else as text, what is not there first. */
final class Ordering {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");

    private static final Comparator<Entry> UNSORTED = Comparator.comparing(Entry::collection);

    private final Facts facts;

    Ordering(Facts facts) {
        this.facts = facts;
    }

    /** Entries by members, in turn; a minus sign before a member turns it around. */
    Comparator<Entry> by(Call call, List<String> members) {
        Comparator<Entry> order = UNSORTED;
        for (String member : members) {
            boolean down = member.startsWith("-");
            Comparator<Entry> next =
                    Comparator.comparing(entry -> key(call, entry, down ? member.substring(1) : member));
            order = order.thenComparing(down ? next.reversed() : next);
        }
        return order;
    }

    private Key key(Call call, Entry entry, String member) {
        return Optional.ofNullable(facts.ofEntry(call, entry).apply(member))
                .map(Ordering::key)
                .orElseGet(() -> key(""));
    }

    static Key key(Object value) {
        String text = value instanceof JsonNode node ? node.asText() : value.toString();
        Optional<BigDecimal> number =
                NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
        return new Key(number, text);
    }

    /** A number if it can be one, else a text; numbers come before texts. */
    record Key(Optional<BigDecimal> number, String text) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            if (number.isPresent() && other.number.isPresent()) {
                return number.get().compareTo(other.number.get());
            }
            return number.isPresent() == other.number.isPresent()
                    ? text.compareTo(other.text)
                    : number.isPresent() ? -1 : 1;
        }
    }
}
