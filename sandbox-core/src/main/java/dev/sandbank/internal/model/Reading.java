package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/**
 * The result of reading a call's parameters and content, which happens before anybody looks at the sandbox's state.
 *
 * <p>It is used only when its gate is asked: a caller who may not make the call learns nothing about errors in its
 * content.
 */
public sealed interface Reading {

    /** Returns the parameters alone, if they are well-formed. */
    Optional<Input> parameters();

    /**
     * Everything is well-formed.
     *
     * @param input what was read
     * @param saw the same in words
     */
    record WellFormed(Input input, String saw) implements Reading {

        @Override
        public Optional<Input> parameters() {
            return Optional.of(new Input(input.parameters(), MissingNode.getInstance()));
        }
    }

    /** Some of the input is malformed. */
    record Malformed(Refusal refusal, Optional<Input> parameters) implements Reading {}
}
