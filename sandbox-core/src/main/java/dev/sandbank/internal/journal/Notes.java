package dev.sandbank.internal.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest notes, within a number and within a share of memory. */
final class Notes {

    private final Deque<Note> notes = new ArrayDeque<>();
    private final int most;
    private final long mostBytes;
    private long bytes;

    Notes(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    void add(Note note) {
        notes.addLast(note);
        bytes += note.weight();
        while (notes.size() > most || (bytes > mostBytes && notes.size() > 1)) {
            bytes -= notes.removeFirst().weight();
        }
    }

    List<Note> all() {
        return List.copyOf(notes);
    }

    void clear() {
        notes.clear();
        bytes = 0;
    }
}
