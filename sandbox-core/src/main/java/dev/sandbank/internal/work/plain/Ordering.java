package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.ComparableValue;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sorts entries by members; what is not there comes first. */
final class Ordering {

    private final CallFacts knowledge;
    private final List<String> members;

    /** @param members to sort by, in turn; a minus sign before a member turns it around */
    Ordering(CallFacts knowledge, List<String> members) {
        this.knowledge = knowledge;
        this.members = members;
    }

    /** An entry and what it is sorted by, found out once. */
    private record Keyed(Entry entry, List<Optional<ComparableValue>> keys) {}

    List<Entry> sorted(Call call, List<Entry> entries) {
        return members.isEmpty()
                ? entries
                : entries.stream()
                        .map(entry -> keyed(call, entry))
                        .sorted(order())
                        .map(Keyed::entry)
                        .toList();
    }

    private Keyed keyed(Call call, Entry entry) {
        Facts facts = knowledge.ofEntry(call, entry);
        return new Keyed(
                entry,
                members.stream()
                        .map(member -> isDown(member) ? member.substring(1) : member)
                        .map(member -> Optional.ofNullable(facts.get(member)).flatMap(ComparableValue::of))
                        .toList());
    }

    private Comparator<Keyed> order() {
        return IntStream.range(0, members.size())
                .mapToObj(this::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow(() -> new IllegalStateException("sorts by nothing"));
    }

    private Comparator<Keyed> order(int at) {
        Comparator<Keyed> up = Comparator.comparing(
                keyed -> keyed.keys().get(at),
                (one, other) -> one.isPresent() && other.isPresent()
                        ? one.get().compareTo(other.get())
                        : Boolean.compare(one.isPresent(), other.isPresent()));
        return isDown(members.get(at)) ? up.reversed() : up;
    }

    private static boolean isDown(String member) {
        return member.startsWith("-");
    }
}
