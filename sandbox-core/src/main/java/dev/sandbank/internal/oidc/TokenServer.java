package dev.sandbank.internal.oidc;

import dev.sandbank.Authentication;
import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.BaseUrl;
import dev.sandbank.internal.model.CallPlace;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.FullException;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.model.oauth.Consents;
import dev.sandbank.internal.model.oauth.OAuthCause;
import dev.sandbank.internal.oidc.authorize.SignInEndpoints;
import dev.sandbank.internal.oidc.client.BasicCredentials;
import dev.sandbank.internal.oidc.client.DirectCalls;
import dev.sandbank.internal.oidc.endpoint.Forms;
import dev.sandbank.internal.oidc.endpoint.IssuerEndpoint;
import dev.sandbank.internal.oidc.endpoint.IssuerUrls;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OAuthError.Failure;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Replies;
import dev.sandbank.internal.oidc.grant.Grants;
import dev.sandbank.internal.oidc.grant.TokenEndpoint;
import dev.sandbank.internal.oidc.session.BrowserSessions;
import dev.sandbank.internal.oidc.session.EndSessionEndpoint;
import dev.sandbank.internal.oidc.session.PageForms;
import dev.sandbank.internal.oidc.sign.Rotation;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.oidc.token.Forgery;
import dev.sandbank.internal.oidc.token.IntrospectionEndpoint;
import dev.sandbank.internal.oidc.token.Issuance;
import dev.sandbank.internal.oidc.token.LogoutEndpoint;
import dev.sandbank.internal.oidc.token.LogoutTokens;
import dev.sandbank.internal.oidc.token.RevocationEndpoint;
import dev.sandbank.internal.oidc.token.UserinfoEndpoint;
import dev.sandbank.internal.store.EntryChanges.SessionEnd;
import dev.sandbank.internal.store.Store;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The token server of one environment: the endpoints that its dialect has, by path. */
public final class TokenServer implements AutoCloseable {

    private final OidcContext context;
    private final Issuance issuance;
    private final Forgery forgery;
    private final BrowserSessions browsers;
    private final Map<String, IssuerEndpoint> endpoints = new HashMap<>();

    public TokenServer(
            Dialect dialect, Settings settings, Store store, Ids ids, BaseUrl publicBase, Consents consents) {
        OptionalLong seed = ids.fork().seed();
        SigningKeys keys = new SigningKeys(seed.isPresent() ? seed.getAsLong() : null);
        IssuerUrls issuer = new IssuerUrls(dialect, settings, publicBase);
        this.context = new OidcContext(dialect, settings, store, ids, issuer, keys, consents);
        this.issuance = new Issuance(context);
        this.forgery = new Forgery(context, issuance);
        this.browsers = new BrowserSessions(context);
        for (IssuerEndpoint endpoint : all(context, browsers)) {
            Optional.ofNullable(dialect.issuer().endpoints().get(endpoint.name()))
                    .ifPresent(path -> endpoints.put(path, endpoint));
        }
        IssuerEndpoint discovery = IssuerEndpoint.forDocument("discovery", new DiscoveryDocument(context)::text);
        dialect.issuer()
                .discovery()
                .forEach(path -> discoverable(path).forEach(each -> endpoints.put(each, discovery)));
    }

    /** The paths of the discovery document: plain OAuth clients look for it under a second name (RFC 8414 §3). */
    private static Stream<String> discoverable(String path) {
        String openId = "/openid-configuration";
        return path.endsWith(openId)
                ? Stream.of(path, path.substring(0, path.length() - openId.length()) + "/oauth-authorization-server")
                : Stream.of(path);
    }

    /** Goes on with the keys of a token server that this one replaces, and knows the cookies of its browsers. */
    public void continueFrom(TokenServer before) {
        context.keys().continueFrom(before.context.keys());
        browsers.continueFrom(before.browsers);
    }

    private static List<IssuerEndpoint> all(OidcContext context, BrowserSessions browsers) {
        DirectCalls direct = new DirectCalls(context, Grants.formOnly());
        List<IssuerEndpoint> all = new ArrayList<>();
        all.add(TokenEndpoint.of(context, direct));
        all.add(IssuerEndpoint.forDocument("jwks", () -> context.keys().published(context.signingAlgorithms())));
        all.add(IntrospectionEndpoint.of(context, direct));
        all.add(RevocationEndpoint.of(context, direct));
        all.add(UserinfoEndpoint.of(context));
        all.add(LogoutEndpoint.of(context));
        if (context.has("authorization")) {
            SignedValue seal = new SignedValue(context.ids());
            PageForms forms = new PageForms(context.dialect().title(), browsers, seal);
            all.addAll(new SignInEndpoints(context, browsers, forms).all());
            all.add(EndSessionEndpoint.of(context, browsers, forms));
        }
        return all;
    }

    /** The issuer, exactly as discovery and tokens spell it. */
    public String issuer() {
        return context.issuer().id();
    }

    /** The URL of an endpoint, or an empty text if the bank does not have it. */
    public String url(String endpoint) {
        return context.issuer().url(endpoint);
    }

    /** Whether a text is the URL of an endpoint under any base URL that callers may use. */
    public boolean isUrl(String text, String endpoint) {
        return context.issuer().isUrl(text, endpoint);
    }

    /** Whether a user could sign in now. */
    public boolean maySignIn(String user) {
        return context.isEligible(user);
    }

    /** Signs a user in with a new browser; returns its cookie header. If {@code how} is empty, the fixture says how the user signs in. */
    public String signIn(String user, Optional<Authentication> how) {
        return browsers.cookieFor(user, how, context.settings().duration("sessionLifetime"));
    }

    /** The logout token that tells a client of the end of a session; empty if the client does not want to be told. */
    public Optional<String> logoutToken(SessionEnd end) {
        return new LogoutTokens(context).issue(end);
    }

    /** The consents that users gave. */
    public Consents consents() {
        return context.consents();
    }

    public Issuance issuance() {
        return issuance;
    }

    /** Makes tokens that nobody should believe. */
    public Forgery forgery() {
        return forgery;
    }

    /** Starts to make a key in the background, if the server publishes keys: a client is likely to ask for them soon. */
    public void prepareKeys() {
        context.prepareKeys();
    }

    /** The keys that the server signs with. */
    public SigningKeys keys() {
        return context.keys();
    }

    /** Signs with new keys from now on, and refuses what was signed with keys that are no longer published. */
    public void rotateKeys(Rotation how) {
        context.store().atomically(tables -> {
            context.keys().rotate(how).forEach(tables.tokens()::revokeSignedBy);
            return tables;
        });
    }

    /** The names of the endpoints in the journal. */
    public Set<String> endpointNames() {
        return endpoints.values().stream().map(IssuerEndpoint::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The name of the endpoint at a path. */
    public Optional<String> endpointAt(String path) {
        return Optional.ofNullable(endpoints.get(path)).map(IssuerEndpoint::name);
    }

    /** Explains an unreadable path if the client appended the discovery document's path to an issuer that ends with a slash; empty for any other path. */
    public Optional<String> discoveryMissed(String path) {
        String issuer = URI.create(issuer()).getRawPath();
        return issuer.endsWith("/") && path.startsWith(issuer + "/.well-known/")
                ? Optional.of("the issuer " + issuer() + " ends with a slash, and the client appended "
                        + path.substring(issuer.length())
                        + " to it; set issuerSlash: without to remove the slash")
                : Optional.empty();
    }

    /** The client that a request names in its credentials, form or query. Nothing of it is verified. */
    public String clientNamedBy(Request request) {
        return BasicCredentials.clientId(request)
                .or(() -> request.query().first("client_id"))
                .or(() -> Forms.of(request).first("client_id"))
                .orElse("");
    }

    /**
     * Answers a request to one of the endpoints in one transaction: a client that is disabled meanwhile gets no token.
     *
     * @param place the call takes it when it is decided; no other call can be decided meanwhile
     * @return nothing if the path is not that of an endpoint
     */
    public Optional<DecidedReply> answer(Request request, Function<Refusal, Reply> bankSays, CallPlace place) {
        return Optional.ofNullable(endpoints.get(request.path()))
                .map(endpoint -> inBanksWords(endpoint, decide(endpoint, request, bankSays, place), bankSays));
    }

    /** Adds the CORS headers to a reply, so that scripts may read it if the endpoint allows that; empty if the path is no endpoint's. */
    public Optional<DecidedReply> readable(Request request, DecidedReply answered) {
        return Optional.ofNullable(endpoints.get(request.path())).map(endpoint -> endpoint.readable(request, answered));
    }

    private DecidedReply decide(
            IssuerEndpoint endpoint, Request request, Function<Refusal, Reply> bankSays, CallPlace place) {
        if (!endpoint.decides()) {
            return endpoint.answer(request, bankSays);
        }
        try {
            return context.store().atomically(place, tables -> {
                DecidedReply answered = endpoint.answer(request, bankSays);
                place.take();
                return answered;
            });
        } catch (FullException full) {
            return full(endpoint, request, full);
        }
    }

    /**
     * Words a fault as the endpoint would: as RFC 6749 §5.2 says, unless the bank has its own format.
     *
     * @return nothing if the path is not that of an endpoint
     */
    public Optional<Reply> fault(Request request, Refusal fault, Function<Refusal, Reply> bankSays) {
        return Optional.ofNullable(endpoints.get(request.path()))
                .map(endpoint -> fault(endpoint, request, fault, bankSays));
    }

    private Reply fault(IssuerEndpoint endpoint, Request request, Refusal fault, Function<Refusal, Reply> bankSays) {
        if (!(fault.facts().get("status") instanceof Integer status)) {
            return bankSays.apply(fault);
        }
        String error = fault.facts().get("error") instanceof String chosen ? chosen : OAuthError.of(status);
        Failure failure = new Failure(error, "A fault of the sandbox: " + fault.detail(), status);
        Reply reply = endpoint.fail(request, failure)
                .or(() -> ofBank(endpoint, failure).map(bankSays))
                .orElseGet(
                        () -> OAuthError.say(failure, context.dialect().tokens().realm()));
        return fault.facts().get("retry-after") instanceof Long seconds
                ? reply.withHeader("Retry-After", seconds.toString())
                : reply;
    }

    private Optional<Refusal> ofBank(IssuerEndpoint endpoint, Failure failure) {
        return DirectCalls.ENDPOINTS.contains(endpoint.name())
                ? inBanksWords(failure.error(), failure.said())
                : Optional.empty();
    }

    /** Refuses a request if the sandbox has no memory left to keep what it would issue. */
    private DecidedReply full(IssuerEndpoint endpoint, Request request, FullException full) {
        ProtocolError refusal = new ProtocolError(OAuthCause.TEMPORARILY_UNAVAILABLE, full.told(), full.told());
        Gate step = new Gate("memory", Verdict.REFUSED, full.told());
        return DecidedReply.of(
                OAuthError.say(refusal, ""), List.of(step), refusal, endpoint.name(), clientNamedBy(request), "");
    }

    /** Words a refusal as the bank does: some banks do not use the format of RFC 6749 at endpoints that clients call directly. */
    private DecidedReply inBanksWords(
            IssuerEndpoint endpoint, DecidedReply answered, Function<Refusal, Reply> bankSays) {
        if (!DirectCalls.ENDPOINTS.contains(endpoint.name()) || !(answered.refusal() instanceof ProtocolError error)) {
            return answered;
        }
        return inBanksWords(error.cause().error(), error.said())
                .map(refusal -> answered.with(Replies.uncached(bankSays.apply(refusal))))
                .orElse(answered);
    }

    private Optional<Refusal> inBanksWords(String error, String said) {
        Map<String, Object> facts = Map.of("error", error, "error_description", said);
        return Optional.ofNullable(context.dialect().tokens().errors().get(error))
                .map(phrase -> new Refusal.RuleBroken(phrase, said, facts));
    }

    @Override
    public void close() {
        context.keys().close();
    }
}
