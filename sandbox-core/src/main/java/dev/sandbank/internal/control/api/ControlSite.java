package dev.sandbank.internal.control.api;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.control.ConflictException;
import dev.sandbank.internal.control.UnknownNameException;
import dev.sandbank.internal.http.RequestHandler;
import dev.sandbank.internal.model.FullException;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Outcome.Later;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Stands in front of a bank and answers what is for the control API itself: that is no call of the bank's, so it is not
 * in its journal, no fault strikes it and no token of the bank opens it.
 */
public final class ControlSite implements RequestHandler {

    /** What all paths of the control API begin with. */
    static final String BASE = "/_sandbank/api";

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final RequestHandler site;
    private final Bank bank;
    private final Guard guard;
    private final Router router;

    /** @param site what answers everything else */
    public ControlSite(RequestHandler site, Bank bank, Access access) {
        this.site = site;
        this.bank = bank;
        this.guard = new Guard(access);
        this.router = new Router(operations(bank), new BankControl(bank));
    }

    /** The one table of all that can be called. */
    static List<ControlOperation> operations(Bank bank) {
        return Stream.of(
                        SandboxOperations.all(),
                        UserOperations.all(),
                        ClientOperations.all(),
                        TokenOperations.all(),
                        FaultOperations.all(),
                        new CallOperations(bank.journal(), bank::closed).all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Outcome answer(Request request) {
        if (!isOurs(request.path())) {
            return site.answer(request);
        }
        return answered(request, () -> guarded(request));
    }

    private Outcome answered(Request request, Supplier<? extends Outcome> work) {
        Outcome outcome = unlessRefused(work);
        if (outcome instanceof Reply reply) {
            return marked(request.method().equals("HEAD") ? reply.withoutBody() : reply);
        }
        return outcome instanceof Later later ? later.before(() -> answered(request, later.then())) : outcome;
    }

    @Override
    public Reply unreadable(int status, String reason, String method, String target) {
        if (!isOurs(target.split("\\?", 2)[0])) {
            return site.unreadable(status, reason, method, target);
        }
        return marked(new ProblemDetails(status, reason).reply());
    }

    @Override
    public boolean isForControls(String path) {
        return isOurs(path);
    }

    private static boolean isOurs(String path) {
        return path.equals(BASE) || path.startsWith(BASE + "/");
    }

    private Outcome guarded(Request request) {
        Optional<ProblemDetails> objection = guard.objection(request.headers());
        return objection.isPresent()
                ? objection.get().reply()
                : router.answer(request.at(request.path().substring(BASE.length())));
    }

    private Outcome unlessRefused(Supplier<? extends Outcome> work) {
        try {
            return work.get();
        } catch (ProblemException told) {
            return told.problem().reply();
        } catch (UnknownNameException unknown) {
            return told(404, unknown);
        } catch (ConflictException conflict) {
            return told(409, conflict);
        } catch (IllegalArgumentException bad) {
            return told(400, bad);
        } catch (FullException full) {
            return new ProblemDetails(503, SafeEcho.sentence(full.told())).reply();
        } catch (RuntimeException e) {
            if (bank.closed()) {
                return new ProblemDetails(503, "the sandbox is closed").reply();
            }
            throw e;
        }
    }

    private static Reply told(int status, IllegalArgumentException why) {
        return new ProblemDetails(status, SafeEcho.sentence(String.valueOf(why.getMessage()))).reply();
    }

    private static Reply marked(Reply reply) {
        Reply marked = reply;
        for (Map.Entry<String, String> header : HEADERS.entrySet()) {
            marked = marked.withHeader(header.getKey(), header.getValue());
        }
        return marked;
    }
}
