package dev.sandbank.internal.store;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.CallPlace;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The changes of entries in the transaction in progress, and what happens there besides, for somebody who is told of
 * them step by step: after each timed task, and after the call or control that the transaction is for.
 *
 * <p>It notes only what is watched; the seed and a reset are no changes. What is rolled back is forgotten. Only the
 * thread of the transaction uses it.
 */
public final class EntryChanges {

    private final Set<String> watched;
    private final Supplier<Listener> listener;
    private final boolean watchesSessions;
    private List<Change> step = new ArrayList<>();
    private List<Happened> happened = new ArrayList<>();
    private final Set<SessionEnd> ended = new LinkedHashSet<>();
    private @Nullable Call call;
    private CallPlace place = CallPlace.NOWHERE;
    private volatile boolean told;

    /**
     * @param watched the names of collections and of happenings
     * @param watchesSessions whether the ends of login sessions are noted too
     * @param listener is made for the first of them
     */
    public EntryChanges(Set<String> watched, boolean watchesSessions, Supplier<Listener> listener) {
        this.watched = watched;
        this.watchesSessions = watchesSessions;
        this.listener = listener;
    }

    /** Makes one that watches nothing. */
    static EntryChanges none() {
        return new EntryChanges(Set.of(), false, () -> {
            throw new IllegalStateException("nothing is watched");
        });
    }

    /**
     * A change of an entry.
     *
     * @param before the entry as it was, or null if it is new
     * @param after the entry as it is, or null if it is gone
     * @param at when it changed
     */
    public record Change(@Nullable Entry before, @Nullable Entry after, Instant at) {

        /** Returns the entry as it is or, if it is gone, as it was. */
        public Entry entry() {
            return after == null ? Objects.requireNonNull(before) : after;
        }

        private boolean isOf(Entry entry) {
            return entry().id().equals(entry.id()) && entry().collection().equals(entry.collection());
        }

        /** Whether two changes in a row are one: of the same entry, which was there before and is there still. */
        private boolean goesOnIn(Change next) {
            return before != null && after != null && next.after != null && isOf(next.entry());
        }
    }

    /**
     * The end of a login session, for one client that the user has signed in to.
     *
     * @param session the id of the session
     * @param call the number of the call that ended it; 0 if a control did
     */
    public record SessionEnd(String client, String user, String session, long call) {}

    /**
     * Something that changed no entry.
     *
     * @param at when it happened
     */
    public record Happened(Happening what, Instant at) {}

    /**
     * What makes a step.
     *
     * @param call the call, or null if it is one to the token server, a control or the clock
     * @param place the call's place in the journal
     */
    public record Cause(@Nullable Call call, CallPlace place) {}

    /** Somebody who is told of changes, and of what happens besides. */
    public interface Listener {

        /** Called once for each step with any, in its transaction, which may still be rolled back. */
        void stepped(List<Change> changes, List<Happened> happened, Cause cause);

        /** Called once for each step in which sessions end, in its transaction. */
        void ended(Collection<SessionEnd> sessions);

        /** Called after a transaction with such steps; nobody has the database then. */
        void committed();
    }

    /** Whether somebody is told of a collection or a happening. */
    boolean watches(String name) {
        return watched.contains(name);
    }

    void note(Happened one) {
        happened.add(one);
    }

    boolean watchesSessions() {
        return watchesSessions;
    }

    void note(Collection<SessionEnd> ends) {
        ended.addAll(ends);
    }

    /** Notes a change; several of one entry in one step are one, except that a new entry stays as it began. */
    void note(Change change) {
        for (int index = step.size() - 1; index >= 0; index--) {
            Change earlier = step.get(index);
            if (earlier.isOf(change.entry())) {
                if (earlier.goesOnIn(change)) {
                    step.set(index, new Change(earlier.before, change.after, change.at));
                    return;
                }
                break;
            }
        }
        step.add(change);
    }

    void causedBy(@Nullable Call cause, CallPlace of) {
        call = cause;
        place = of;
    }

    /** Ends a step: the listener is told. */
    void endStep() {
        if (!step.isEmpty() || !happened.isEmpty()) {
            List<Change> changes = step;
            List<Happened> besides = happened;
            step = new ArrayList<>();
            happened = new ArrayList<>();
            told = true;
            listener.get().stepped(changes, besides, new Cause(call, place));
        }
        if (!ended.isEmpty()) {
            List<SessionEnd> done = List.copyOf(ended);
            ended.clear();
            told = true;
            listener.get().ended(done);
        }
    }

    /** Forgets the step in progress, and who causes it. */
    void endTransaction() {
        step.clear();
        happened.clear();
        ended.clear();
        call = null;
        place = CallPlace.NOWHERE;
    }

    /** Returns the changes of the step so far, to go back to them. */
    List<Change> soFar() {
        return step.isEmpty() ? List.of() : List.copyOf(step);
    }

    void backTo(List<Change> earlier) {
        step = new ArrayList<>(earlier);
    }

    /** Says, without the database, that a transaction is over. */
    void committed() {
        if (told) {
            told = false;
            listener.get().committed();
        }
    }
}
