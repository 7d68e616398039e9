package dev.sandbank.internal.control.api;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Environment;
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
import dev.sandbank.internal.model.Outcome.Later;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.site.PublicHosts;
import dev.sandbank.internal.text.Fields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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
    private final Guard guard;
    private final Router router;

    /** @param site answers all other requests */
    public ControlSite(RequestHandler site, BankControl control, Access access) {
        this(site, control, access, List.of());
    }

    private ControlSite(RequestHandler site, BankControl control, Access access, List<ControlOperation> more) {
        this.site = site;
        this.bank = control.bank();
        this.guard = new Guard(access);
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
                        FaultOperations.all(),
                        new CallOperations(bank.journal(), bank::closed).all(),
                        new EventOperations(waits).all(),
                        new WebhookOperations(waits).all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Outcome answer(Request request) {
        if (!isOurs(request.path()) || !bank.production().controlledOverHttp()) {
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
    public boolean isForControls(String path) {
        return isOurs(path) || site.isForControls(path);
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

    /** Lets programs in and keeps web pages out, whatever their site and the host name that they use. */
    private record Guard(Access access) {

        private static final Pattern LOOPBACK =
                Pattern.compile("127(\\.[0-9]{1,3}){3}|\\[::1]|([a-z0-9_-]+\\.)*localhost\\.?");
        private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");
        private static final Set<String> FROM_HERE = Set.of("none", "same-origin");

        /** Why this request is refused; empty if it is not. */
        Optional<ProblemDetails> objection(Fields headers) {
            if (access.loopback() && !headers.all("Host").stream().allMatch(this::isOurs)) {
                return forbidden("the Host header does not name this machine");
            }
            if (headers.has("Origin")) {
                return forbidden("requests with an Origin header are refused, because they come from web pages");
            }
            if (!FROM_HERE.containsAll(headers.all("Sec-Fetch-Site"))) {
                return forbidden("requests that web pages of other sites send are refused");
            }
            return access.token().filter(token -> !carries(headers, token)).map(token -> unauthorized());
        }

        /** Whether a host is this machine. With DNS rebinding, a web page still sends its own site's name. */
        private boolean isOurs(String host) {
            String name = PublicHosts.bare(host).toLowerCase(Locale.ROOT);
            return LOOPBACK.matcher(name).matches() || access.hosts().contains(name);
        }

        private static boolean carries(Fields headers, String token) {
            List<String> sent = headers.all("Authorization");
            return sent.size() == 1
                    && Optional.of(BEARER.matcher(sent.get(0)))
                            .filter(bearer -> bearer.matches())
                            .map(bearer -> bearer.group(1))
                            .filter(given -> MessageDigest.isEqual(bytes(given), bytes(token)))
                            .isPresent();
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private static Optional<ProblemDetails> forbidden(String why) {
            return Optional.of(new ProblemDetails(403, why));
        }

        private static ProblemDetails unauthorized() {
            return new ProblemDetails(
                    401,
                    "send the control token as a bearer token",
                    Map.of("WWW-Authenticate", "Bearer realm=\"sandbank\""));
        }
    }
}
