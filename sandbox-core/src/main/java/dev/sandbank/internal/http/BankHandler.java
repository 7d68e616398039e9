package dev.sandbank.internal.http;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.util.function.Supplier;

/** Hands every request of one sandbox to its bank, also unreadable ones. */
public final class BankHandler implements RequestHandler {

    private static final int SERVICE_UNAVAILABLE = 503;

    private final Bank bank;

    public BankHandler(Bank bank) {
        this.bank = bank;
    }

    /** Answers a request; with 503 if it fails because the sandbox was closed meanwhile. */
    @Override
    public Outcome answer(Request request) {
        return whileOpen(() -> bank.answer(request));
    }

    private Outcome whileOpen(Supplier<? extends Outcome> work) {
        try {
            return work.get().going(this::whileOpen);
        } catch (RuntimeException e) {
            if (bank.closed()) {
                return Reply.empty(SERVICE_UNAVAILABLE);
            }
            throw e;
        }
    }
}
