package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint of the token server.
 *
 * @param name its name in decisions, such as {@code token}
 * @param methods the HTTP methods that it takes
 * @param cors whether scripts of any origin may call it and read the reply, errors too; no cookie plays a part there, so
 *     any origin is as good as none
 * @param decides whether its replies depend on what can change from call to call; then each is decided in one transaction
 * @param handler answers a request by one of its methods
 */
public record Endpoint(
        String name, Set<String> methods, boolean cors, boolean decides, Function<Request, DecidedReply> handler) {

    /** An endpoint that people's browsers are sent to. */
    public static Endpoint forBrowsers(String name, Set<String> methods, Function<Request, DecidedReply> handler) {
        return new Endpoint(name, methods, false, true, handler);
    }

    /** An endpoint that gives everybody the same JSON document, which caches may keep for five minutes. */
    public static Endpoint forDocument(String name, Supplier<String> json) {
        return new Endpoint(name, Set.of("GET"), true, false, request -> {
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
     * Answers a request by any method.
     *
     * @param bankSays a refusal in the words of the bank
     */
    public DecidedReply answer(Request request, Function<Refusal, Reply> bankSays) {
        if (isPreflight(request)) {
            return preflight();
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        return methods.contains(method) ? handler.apply(request) : wrongMethod(bankSays);
    }

    private boolean isPreflight(Request request) {
        return cors
                && request.method().equals("OPTIONS")
                && request.headers().has("Origin")
                && request.headers().has("Access-Control-Request-Method");
    }

    private DecidedReply preflight() {
        Reply reply = Reply.empty(204)
                .withHeader("Access-Control-Allow-Methods", String.join(", ", new TreeSet<>(methods)))
                .withHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, X-Requested-With, *")
                .withHeader("Access-Control-Max-Age", "600");
        return open(name, reply);
    }

    private DecidedReply wrongMethod(Function<Refusal, Reply> bankSays) {
        Refusal refusal = new Refusal.MethodNotAllowed(new TreeSet<>(methods));
        return decided(name, bankSays.apply(refusal), new Gate("route", Verdict.REFUSED, refusal.detail()), refusal);
    }

    /** Lets scripts read a reply of it, if they may. */
    public DecidedReply readable(Request request, DecidedReply answered) {
        if (!cors) {
            return answered;
        }
        Reply reply = answered.reply().withHeader("Vary", "Origin");
        return answered.with(
                request.headers().has("Origin")
                        ? reply.withHeader("Access-Control-Allow-Origin", "*")
                                .withHeader("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After, Date")
                        : reply);
    }
}
