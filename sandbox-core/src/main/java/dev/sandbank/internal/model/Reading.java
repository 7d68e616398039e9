package dev.sandbank.internal.model;

/**
 * What came of reading a call's parameters and content, which is done before anybody looks at the sandbox's state.
 *
 * <p>It is told when its turn comes: a call that may not be made at all is never told what is wrong with its content.
 */
public sealed interface Reading {

    /**
     * Everything is well-formed.
     *
     * @param input what the call says
     * @param saw the same in words
     */
    record WellFormed(Input input, String saw) implements Reading {}

    /** Something is not. */
    record Malformed(Refusal refusal) implements Reading {}
}
