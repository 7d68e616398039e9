package dev.sandbank.internal.control.api;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.console.ConsolePage;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.control.ConflictException;
import dev.sandbank.internal.control.UnknownNameException;
import dev.sandbank.internal.control.WrongStateException;
import dev.sandbank.internal.dialect.PathTable;
import dev.sandbank.internal.dialect.PathTable.Match;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.http.Port;
import dev.sandbank.internal.http.RequestHandler;
import dev.sandbank.internal.model.FullException;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Outcome.Part;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers the requests for the control API, in front of a bank. They are not calls of the bank: the journal does not have them, no fault
 * strikes them, and the bank's tokens do not count.
 */
public final class ControlSite implements RequestHandler {

    /** The path prefix of the control API. */
    public static final String BASE = "/_sandbank/api";

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final RequestHandler site;
    private final Bank bank;
    private final Access access;
    private final ControlGuard guard;
    private final Router router;

    /** @param site answers all other requests */
    public ControlSite(RequestHandler site, BankControl control, Access access) {
        this(site, control, access, List.of());
    }

    private ControlSite(RequestHandler site, BankControl control, Access access, List<ControlOperation> more) {
        this.site = site;
        this.bank = control.bank();
        this.access = access;
        this.guard = new ControlGuard(access);
        this.router = new Router(
                Stream.of(operations(bank), more).flatMap(List::stream).toList(), control);
    }

    /**
     * A control API that can also make further sandboxes.
     *
     * @param ports opens a port like that of this sandbox, with the given number or a free one
     */
    public static ControlSite ofServer(
            RequestHandler site, BankControl control, Access access, BiFunction<Integer, RequestHandler, Port> ports) {
        Sandboxes sandboxes = new Sandboxes(site, control, access, ports);
        return new ControlSite(sandboxes, control, access, new SandboxesOperations(sandboxes).all());
    }

    /** The table of all operations. */
    static List<ControlOperation> operations(Bank bank) {
        WebhookWaits waits = new WebhookWaits(bank::closed);
        return Stream.of(
                        SandboxOperations.all(),
                        ResourceOperations.all(),
                        UserOperations.all(),
                        ClientOperations.all(),
                        TokenOperations.all(),
                        new DenialOperations().all(),
                        ExplainOperations.all(),
                        FaultOperations.all(),
                        new CallOperations(bank.journal(), bank::closed).all(),
                        new EventOperations(waits).all(),
                        new WebhookOperations(waits).all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Outcome answer(Request request) {
        boolean page = access.console() && ConsolePage.isAt(request.path());
        if ((!page && !isOurs(request.path())) || !bank.production().controlledOverHttp()) {
            return site.answer(request);
        }
        return answered(request, () -> page ? page(request) : guarded(request));
    }

    private Outcome answered(Request request, Supplier<? extends Outcome> work) {
        boolean head = request.method().equals("HEAD");
        Outcome outcome = unlessRefused(work);
        if (outcome instanceof Reply reply) {
            return marked(head ? reply.withoutBody() : reply);
        }
        if (outcome instanceof Part part) {
            if (head) {
                part.gone().run();
                return marked(part.reply().withoutBody());
            }
            outcome = new Part(marked(part.reply()), part.rest(), part.gone());
        }
        return outcome.going(rest -> answered(request, rest));
    }

    @Override
    public boolean isForControls(String path) {
        return isOurs(path) || (access.console() && ConsolePage.isAt(path)) || site.isForControls(path);
    }

    @Override
    public void close() {
        site.close();
    }

    @Override
    public boolean isForUploads(String path) {
        return site.isForUploads(path);
    }

    private static boolean isOurs(String path) {
        return path.equals(BASE) || path.startsWith(BASE + "/");
    }

    /** The path below the base. The first operation has none, but generated clients send a slash for it. */
    private static String below(String path) {
        return path.equals(BASE + "/") ? "" : path.substring(BASE.length());
    }

    private Reply page(Request request) {
        return guard.stranger(request.headers(), ConsolePage.isVisit(request))
                .map(ProblemDetails::reply)
                .orElseGet(() -> ConsolePage.answer(request));
    }

    private Outcome guarded(Request request) {
        Optional<ProblemDetails> objection = request.body()
                .defect()
                .map(defect -> new ProblemDetails(defect.status(), defect.reason()))
                .or(() -> guard.objection(request.headers()));
        return objection.isPresent() ? objection.get().reply() : router.answer(request.at(below(request.path())));
    }

    /** Answers with a problem if work is refused, or if it fails because another fixture was loaded or the sandbox was closed. */
    private Outcome unlessRefused(Supplier<? extends Outcome> work) {
        Environment before = bank.production();
        try {
            return work.get();
        } catch (ProblemException told) {
            return told.problem().reply();
        } catch (UnknownNameException unknown) {
            return told(404, unknown);
        } catch (ConflictException conflict) {
            return told(409, conflict);
        } catch (WrongStateException impossible) {
            String detail = SafeEcho.sentence(String.valueOf(impossible.getMessage()));
            return new ProblemDetails(ProblemTypes.WRONG_STATE, 409, detail).reply();
        } catch (FixtureException bad) {
            return new ProblemDetails(400, bad).reply();
        } catch (IllegalArgumentException bad) {
            return told(400, bad);
        } catch (FullException full) {
            return new ProblemDetails(503, SafeEcho.sentence(full.told())).reply();
        } catch (RuntimeException e) {
            if (bank.closed() || bank.production() != before) {
                String why = bank.closed() ? "the sandbox is closed" : "another fixture was loaded in the meantime";
                return new ProblemDetails(503, why).reply();
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

    /** Finds the operation of a request, and reads the request as the operation requires. */
    private static final class Router {

        private final List<ControlOperation> operations;
        private final PathTable<ControlOperation> table;
        private final BankControl bank;

        Router(List<ControlOperation> operations, BankControl bank) {
            this.operations = operations;
            this.table = new PathTable<>(operations, ControlOperation::path, ControlOperation::method);
            this.bank = bank;
        }

        /** @throws ProblemException if there is no such operation, or the request does not fit it */
        Outcome answer(Request request) {
            Match<ControlOperation> found = table.find(request.method(), request.path())
                    .orElseThrow(() -> new ProblemException(objection(request, table.allowed(request.path()))));
            ControlOperation operation = found.operation();
            Query query = Query.of(request.query(), operation.parameters(), operation.lists());
            JsonBody content = JsonBody.read(request, operation.content());
            return operation.work().answer(new ControlRequest(found.parameters(), query, content, request, bank));
        }

        private ProblemDetails objection(Request request, Set<String> allowed) {
            if (!allowed.isEmpty()) {
                String allow = String.join(", ", allowed);
                return new ProblemDetails(
                        405,
                        "the method " + SafeEcho.of(request.method()) + " is not one of " + allow,
                        Map.of("Allow", allow));
            }
            List<String> paths =
                    operations.stream().map(ControlOperation::path).distinct().toList();
            return new ProblemDetails(
                    404,
                    "there is no " + SafeEcho.of(request.path()) + " in the control API"
                            + DidYouMean.hint(request.path(), paths));
        }
    }
}
