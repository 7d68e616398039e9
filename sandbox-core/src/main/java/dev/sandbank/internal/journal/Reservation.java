package dev.sandbank.internal.journal;

import dev.sandbank.internal.model.CallPlace;

/** The place of one call in a journal, taken when the call is decided, or when it is recorded if that comes first. */
public final class Reservation implements CallPlace {

    private final Journal journal;
    private long number;

    public Reservation(Journal journal) {
        this.journal = journal;
    }

    @Override
    public long take() {
        if (number == 0) {
            number = journal.reserve();
        }
        return number;
    }

    @Override
    public String told(long earlier) {
        return journal.told(earlier);
    }

    /** Gives the place up because the call failed and will not be recorded. */
    public void giveUp() {
        journal.abandon(number);
    }

    public long number() {
        return take();
    }
}
