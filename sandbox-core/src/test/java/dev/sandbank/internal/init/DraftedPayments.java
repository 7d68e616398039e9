package dev.sandbank.internal.init;

/** The first draft of the bank in {@code payments.yaml}. */
final class DraftedPayments extends DraftedBank {

    DraftedPayments() {
        super("payments");
    }
}
