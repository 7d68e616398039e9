package dev.sandbank.internal.journal;

import dev.sandbank.Change;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest changes, up to a number of changes and a share of memory. */
final class ChangeBuffer {

    private final Deque<Change> notes = new ArrayDeque<>();
    private final int most;
    private final long mostBytes;
    private long bytes;

    ChangeBuffer(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    void add(Change note) {
        notes.addLast(note);
        bytes += weight(note);
        while (notes.size() > most || (bytes > mostBytes && notes.size() > 1)) {
            bytes -= weight(notes.removeFirst());
        }
    }

    private static long weight(Change note) {
        return MemorySize.ofHolder(3) + MemorySize.of(note.what());
    }

    List<Change> all() {
        return List.copyOf(notes);
    }

    void clear() {
        notes.clear();
        bytes = 0;
    }
}
