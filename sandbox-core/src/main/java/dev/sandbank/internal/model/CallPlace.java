package dev.sandbank.internal.model;

/** The place of one call among those that the journal tells of. */
public interface CallPlace {

    /** Of a call that the journal does not tell of, or of what is no call at all. */
    CallPlace NOWHERE = new CallPlace() {

        @Override
        public long take() {
            return 0;
        }

        @Override
        public String told(long earlier) {
            return "before";
        }
    };

    /** Takes the next place, if the call has none yet; returns its number, which only {@link #told} understands. */
    long take();

    /** When something was done, by the number of the call that did it: {@code in call 12}. */
    String told(long earlier);
}
