package dev.sandbank.internal.input;

import dev.sandbank.internal.model.Refusal;

/** Carries a refusal out of the reading of a body, no further than this package. */
final class RefusedInput extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedInput(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
