package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.model.CrossOrigin;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.oidc.endpoint.OAuthError.Failure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint of the token server.
 *
 * @param name its name in decisions, such as {@code token}
 * @param methods the HTTP methods that it allows
 * @param cors whether scripts of any origin may call it and read the reply, also errors; safe because the endpoint uses no cookie
 * @param decides whether its replies depend on state that can change between calls; then each is decided in one transaction
 * @param handler answers a request with one of its methods
 * @param failing words an error that the request did not cause, or null for the usual form (RFC 6749 §5.2)
 */
public record IssuerEndpoint(
        String name,
        Set<String> methods,
        boolean cors,
        boolean decides,
        Function<Request, DecidedReply> handler,
        @Nullable BiFunction<Request, Failure, Reply> failing) {

    public IssuerEndpoint(
            String name, Set<String> methods, boolean cors, boolean decides, Function<Request, DecidedReply> handler) {
        this(name, methods, cors, decides, handler, null);
    }

    /** The same endpoint with its own form of errors that the request did not cause. */
    public IssuerEndpoint failing(BiFunction<Request, Failure, Reply> way) {
        return new IssuerEndpoint(name, methods, cors, decides, handler, way);
    }

    /** An error that the request did not cause, in the endpoint's own form; empty if it has none. */
    public Optional<Reply> fail(Request request, Failure failure) {
        return Optional.ofNullable(failing).map(way -> way.apply(request, failure));
    }

    /** An endpoint for users' browsers. */
    public static IssuerEndpoint forBrowsers(
            String name, Set<String> methods, Function<Request, DecidedReply> handler) {
        return new IssuerEndpoint(name, methods, false, true, handler);
    }

    /** An endpoint that returns the same JSON document to everybody; caches may keep it for five minutes. */
    public static IssuerEndpoint forDocument(String name, Supplier<String> json) {
        return new IssuerEndpoint(name, Set.of("GET"), true, false, request -> {
            Reply reply = Reply.of(200, "application/json", json.get());
            return open(name, reply.withHeader("Cache-Control", "public, max-age=300"));
        });
    }

    private static DecidedReply open(String name, Reply reply) {
        return decided(name, reply, new Gate("open", Verdict.PASSED, "needs no credential"), null);
    }

    /** A reply that was decided in one step, for no client in particular. */
    public static DecidedReply decided(String name, Reply reply, Gate step, @Nullable Refusal refusal) {
        return DecidedReply.of(reply, List.of(step), refusal, name, "", "");
    }

    /**
     * Answers a request with any method.
     *
     * @param bankSays words a refusal as the bank does
     */
    public DecidedReply answer(Request request, Function<Refusal, Reply> bankSays) {
        if (cors && CrossOrigin.isPreflight(request)) {
            return open(name, CrossOrigin.preflight(request, methods));
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        return methods.contains(method) ? handler.apply(request) : wrongMethod(bankSays);
    }

    private DecidedReply wrongMethod(Function<Refusal, Reply> bankSays) {
        Refusal refusal = new Refusal.MethodNotAllowed(new TreeSet<>(methods));
        return decided(name, bankSays.apply(refusal), new Gate("route", Verdict.REFUSED, refusal.detail()), refusal);
    }

    /** Adds the CORS headers to a reply, if scripts may call this endpoint. */
    public DecidedReply readable(Request request, DecidedReply answered) {
        return cors ? answered.with(CrossOrigin.readable(request, answered.reply())) : answered;
    }
}
