package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts that a bank's Java offers to its data, made for one environment.
 *
 * <p>A dialect names facts as {@code vendor.NAME}, and lists as the {@code vendor} of a list. A fact of a call that is
 * a {@link Finding} is an error of the call: a rule requires that it is absent, and its phrase can use the finding's
 * facts.
 *
 * @param ofCall facts of a call, by name
 * @param ofEntry facts of an entry as one caller sees it, by name
 * @param lists entries that replace a collection's, by name; their documents may have further members
 */
public record VendorParts(Map<String, CallFact> ofCall, Map<String, EntryFact> ofEntry, Map<String, EntryList> lists) {

    static final VendorParts NONE = new VendorParts(Map.of(), Map.of(), Map.of());

    /** A fact that is computed from a call; null if there is none. */
    @FunctionalInterface
    public interface CallFact {
        @Nullable
        Object of(Call call);
    }

    /** A fact that is computed from an entry and the caller; null if there is none. */
    @FunctionalInterface
    public interface EntryFact {
        @Nullable
        Object of(Call call, Entry entry);
    }

    /** The entries that a call lists, in order. */
    @FunctionalInterface
    public interface EntryList {
        List<Entry> of(Call call);
    }

    /**
     * An error of a call.
     *
     * @param detail a sentence for people
     * @param facts facts for the phrase of the refusal
     */
    public record Finding(String detail, Map<String, Object> facts) {}

    /** Combines parts, whose names must differ. */
    public VendorParts and(VendorParts more) {
        return new VendorParts(both(ofCall, more.ofCall), both(ofEntry, more.ofEntry), both(lists, more.lists));
    }

    private static <T> Map<String, T> both(Map<String, T> some, Map<String, T> more) {
        Map<String, T> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    /** Returns a fact of a call by its name after {@code vendor.}. */
    public @Nullable Object fact(String name, Call call) {
        CallFact fact = ofCall.get(known(name));
        return fact == null ? null : fact.of(call);
    }

    /** Returns a fact of an entry by its name after {@code vendor.}. */
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
