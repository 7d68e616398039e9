package dev.sandbank.internal.denial;

/**
 * One way of a blocked user to one operation, and what is answered at its end.
 *
 * @param flow how to go there
 * @param answer what the bank answered when it was rehearsed
 */
public record AuthPath(AuthFlow flow, Answer answer) {

    /** Whether the call is allowed all the same. */
    public boolean allowed() {
        return answer.allowed();
    }
}
