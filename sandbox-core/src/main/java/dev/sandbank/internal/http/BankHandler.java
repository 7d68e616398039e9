package dev.sandbank.internal.http;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Outcome.Later;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.util.Map;
import java.util.function.Supplier;

/** The HTTP front of one sandbox: hands every request to its bank, and what could not be read too. */
public final class BankHandler implements RequestHandler {

    private static final int SERVICE_UNAVAILABLE = 503;

    private final Bank bank;

    public BankHandler(Bank bank) {
        this.bank = bank;
    }

    /** A request that is still under way while the sandbox closes has no state to be answered from. */
    @Override
    public Outcome answer(Request request) {
        return whileOpen(() -> bank.answer(request));
    }

    private Outcome whileOpen(Supplier<? extends Outcome> work) {
        try {
            Outcome outcome = work.get();
            return outcome instanceof Later later ? later.before(() -> whileOpen(later.then())) : outcome;
        } catch (RuntimeException e) {
            if (bank.closed()) {
                return Reply.empty(SERVICE_UNAVAILABLE);
            }
            throw e;
        }
    }

    @Override
    public Reply unreadable(int status, String reason, String method, String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        Request request = new Request(method, path, query, Fields.parameters(), Fields.headers(), Body.EMPTY);
        Map<String, Object> facts = status == SERVICE_UNAVAILABLE ? Map.of("status", status) : Map.of();
        return bank.unreadable(request, new Refusal.Unreadable(key(status), reason, facts));
    }

    /** What a client can mend is never called a fault of the server: an unknown HTTP version or coding is its mistake. */
    private static String key(int status) {
        return switch (status) {
            case 413 -> "body-too-large";
            case 414 -> "uri-too-long";
            case 431 -> "headers-too-large";
            case 500, 503 -> "internal-error";
            default -> "request-malformed";
        };
    }
}
