package dev.sandbank.internal.journal;

/** The place of one call in a journal, taken when the call is decided, or else when it is recorded. */
public final class Reservation {

    private final Journal journal;
    private long number;

    public Reservation(Journal journal) {
        this.journal = journal;
    }

    /** Takes the next place, if the call has none yet. */
    public void take() {
        if (number == 0) {
            number = journal.reserve();
        }
    }

    /** Gives it up: the call failed, and will not be recorded. */
    public void giveUp() {
        journal.abandon(number);
    }

    public long number() {
        take();
        return number;
    }
}
