package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bank's Java offers to its data, made for one environment.
 *
 * <p>A dialect names facts as {@code vendor.NAME}, and lists as the {@code vendor} of a list. A fact of a call that is a
 * {@link Finding} tells what is wrong with it: a rule says that it must not be there, and its phrase has the finding's facts.
 *
 * @param ofCall facts of a call, by name
 * @param ofEntry facts of an entry as one caller sees it, by name
 * @param lists entries that take the place of a collection's, by name; their documents may have further members
 */
public record VendorParts(Map<String, CallFact> ofCall, Map<String, EntryFact> ofEntry, Map<String, EntryList> lists) {

    static final VendorParts NONE = new VendorParts(Map.of(), Map.of(), Map.of());

    /** A fact that follows from a call; null if there is none. */
    @FunctionalInterface
    public interface CallFact {
        @Nullable
        Object of(Call call);
    }

    /** A fact that follows from an entry and who calls; null if there is none. */
    @FunctionalInterface
    public interface EntryFact {
        @Nullable
        Object of(Call call, Entry entry);
    }

    /** Entries that a call lists, in their order. */
    @FunctionalInterface
    public interface EntryList {
        List<Entry> of(Call call);
    }

    /**
     * What is wrong with a call.
     *
     * @param detail a sentence for people
     * @param facts what the phrase of the refusal may name
     */
    public record Finding(String detail, Map<String, Object> facts) {}

    /** All of these parts; each has a name of its own. */
    public VendorParts and(VendorParts more) {
        return new VendorParts(both(ofCall, more.ofCall), both(ofEntry, more.ofEntry), both(lists, more.lists));
    }

    private static <T> Map<String, T> both(Map<String, T> some, Map<String, T> more) {
        Map<String, T> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    /** A fact of a call by its name after {@code vendor.}. */
    public @Nullable Object fact(String name, Call call) {
        CallFact fact = ofCall.get(known(name));
        return fact == null ? null : fact.of(call);
    }

    /** A fact of an entry by its name after {@code vendor.}. */
    public @Nullable Object fact(String name, Call call, Entry entry) {
        EntryFact fact = ofEntry.get(known(name));
        return fact == null ? null : fact.of(call, entry);
    }

    public List<Entry> list(String name, Call call) {
        EntryList list = lists.get(name);
        if (list == null) {
            throw new IllegalStateException("the bank's Java has no list " + name);
        }
        return list.of(call);
    }

    private String known(String name) {
        if (!ofCall.containsKey(name) && !ofEntry.containsKey(name)) {
            throw new IllegalStateException("the bank's Java has no fact " + name);
        }
        return name;
    }
}
