package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/**
 * What came of reading a call's parameters and content, which is done before anybody looks at the sandbox's state.
 *
 * <p>It is told when its turn comes: a call that may not be made at all is never told what is wrong with its content.
 */
public sealed interface Reading {

    /** The parameters alone, if nothing is wrong with them. */
    Optional<Input> parameters();

    /**
     * Everything is well-formed.
     *
     * @param input what the call says
     * @param saw the same in words
     */
    record WellFormed(Input input, String saw) implements Reading {

        @Override
        public Optional<Input> parameters() {
            return Optional.of(new Input(input.parameters(), MissingNode.getInstance()));
        }
    }

    /** Something is not. */
    record Malformed(Refusal refusal, Optional<Input> parameters) implements Reading {}
}
