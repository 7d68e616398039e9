package dev.sandbank.internal.model;

/** The number of a call in the journal. */
public interface CallPlace {

    /** The place of a call that the journal does not record, or of something that is not a call. */
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

    /** Takes the next number, if the call has none yet, and returns it; pass it to {@link #told} to display it. */
    long take();

    /** Says which call did something, by its number: {@code in call 12}. */
    String told(long earlier);
}
