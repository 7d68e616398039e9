package dev.sandbank.internal.oidc;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.FullException;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.UrlEncoded;
import dev.sandbank.internal.oidc.sign.Forger;
import dev.sandbank.internal.oidc.sign.Rotation;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The token server of one environment: those endpoints that its dialect has, by path. */
public final class TokenServer implements AutoCloseable {

    private static final int SERVICE_UNAVAILABLE = 503;
    private static final Set<String> DIRECT = Set.of("token", "introspection", "revocation");

    private final SigningKeys keys;
    private final Map<String, String> errors;
    private final Store store;
    private final IssuerUrls issuer;
    private final Issuance issuance;
    private final Forgery forgery;
    private final Map<String, Endpoint> endpoints;

    public TokenServer(
            Dialect dialect,
            Settings settings,
            Store store,
            Ids ids,
            Supplier<Instant> now,
            Supplier<String> publicBase) {
        this.keys = new SigningKeys(ids);
        this.errors = dialect.tokens().errors();
        this.store = store;
        this.issuer = new IssuerUrls(dialect, settings, publicBase);
        this.issuance = new Issuance(dialect, settings, issuer, keys, store, ids, now);
        String type = settings.find("jwtType").orElse("at+jwt");
        this.forgery = new Forgery(issuance, new Forger(keys, dialect.tokens().algorithm(), type));
        this.endpoints = new Endpoints(dialect, settings, store, ids, now, issuer, keys, issuance).byPath();
    }

    /** Who signs, as discovery and tokens spell it. */
    public String issuer() {
        return issuer.id();
    }

    public Issuance issuance() {
        return issuance;
    }

    /** Makes tokens that nobody should believe. */
    public Forgery forgery() {
        return forgery;
    }

    /** Signs with new keys from now on; what old ones signed that are no longer published is refused here, too. */
    public void rotateKeys(Rotation how) {
        store.atomically(tables -> {
            keys.rotate(how).forEach(tables.tokens()::revokeSignedBy);
            return tables;
        });
    }

    /** What its endpoints are called in the journal. */
    public Set<String> endpointNames() {
        return endpoints.values().stream().map(Endpoint::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Answers a request to one of its endpoints, in one transaction: a client that is disabled meanwhile gets no token.
     *
     * @param decided told when it is decided, while nobody else can decide anything
     * @return nothing if the path is not that of an endpoint
     */
    public Optional<DecidedReply> answer(Request request, Function<Refusal, Reply> bankSays, Runnable decided) {
        return Optional.ofNullable(endpoints.get(request.path()))
                .map(endpoint -> Cors.mark(endpoint, request, decide(endpoint, request, bankSays, decided)));
    }

    private DecidedReply decide(
            Endpoint endpoint, Request request, Function<Refusal, Reply> bankSays, Runnable decided) {
        if (!endpoint.decides()) {
            return answer(endpoint, request, bankSays);
        }
        try {
            return store.atomically(tables -> {
                DecidedReply answered = answer(endpoint, request, bankSays);
                decided.run();
                return answered;
            });
        } catch (FullException full) {
            return inBanksWords(endpoint, full(endpoint, request, full), bankSays);
        }
    }

    /** The name of the endpoint at a path. */
    public Optional<String> endpointAt(String path) {
        return Optional.ofNullable(endpoints.get(path)).map(Endpoint::name);
    }

    /** The client that a request says it comes from, by its credentials, form or query; nothing of it is proven. */
    public String clientNamedBy(Request request) {
        return BasicCredentials.readings(request.headers().all("Authorization")).stream()
                .map(BasicCredentials::id)
                .findFirst()
                .or(() -> request.query().first("client_id"))
                .or(() -> formOf(request).first("client_id"))
                .orElse("");
    }

    private static Fields formOf(Request request) {
        String type = request.headers().first("Content-Type").orElse("");
        try {
            return type.startsWith("application/x-www-form-urlencoded")
                    ? UrlEncoded.parse(request.body().text())
                    : Fields.parameters();
        } catch (IllegalArgumentException garbled) {
            return Fields.parameters();
        }
    }

    private DecidedReply answer(Endpoint endpoint, Request request, Function<Refusal, Reply> bankSays) {
        if (Cors.isPreflight(endpoint, request)) {
            return Cors.preflight(endpoint);
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        return endpoint.methods().contains(method)
                ? inBanksWords(endpoint, endpoint.answer(request), bankSays)
                : wrongMethod(endpoint, bankSays);
    }

    /** What cannot be kept for want of room is not issued. */
    private DecidedReply full(Endpoint endpoint, Request request, FullException full) {
        Refusal.ProtocolError refusal =
                new Refusal.ProtocolError("temporarily_unavailable", full.told(), SERVICE_UNAVAILABLE);
        Gate step = new Gate("memory", Verdict.REFUSED, full.told());
        return DecidedReply.of(
                OAuthError.say(refusal, ""), List.of(step), refusal, endpoint.name(), clientNamedBy(request), "");
    }

    /** Some banks do not speak as RFC 6749 where clients call directly. */
    private DecidedReply inBanksWords(Endpoint endpoint, DecidedReply answered, Function<Refusal, Reply> bankSays) {
        if (!DIRECT.contains(endpoint.name()) || !(answered.refusal() instanceof Refusal.ProtocolError error)) {
            return answered;
        }
        return Optional.ofNullable(errors.get(error.error()))
                .map(phrase -> answered.with(NoStore.mark(bankSays.apply(new Refusal.RuleBroken(
                        phrase, error.detail(), Map.of("error", error.error(), "error_description", error.detail()))))))
                .orElse(answered);
    }

    private static DecidedReply wrongMethod(Endpoint endpoint, Function<Refusal, Reply> bankSays) {
        Set<String> allowed = new TreeSet<>(endpoint.methods());
        Refusal refusal = new Refusal.MethodNotAllowed(allowed);
        Gate step = new Gate("route", Verdict.REFUSED, refusal.detail());
        return DecidedReply.of(bankSays.apply(refusal), List.of(step), refusal, endpoint.name(), "", "");
    }

    @Override
    public void close() {
        keys.close();
    }
}
