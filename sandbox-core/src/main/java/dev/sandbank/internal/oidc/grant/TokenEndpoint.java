package dev.sandbank.internal.oidc.grant;

import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_GRANT_TYPE_MISSING;
import static dev.sandbank.internal.model.oauth.OAuthCause.UNAUTHORIZED_CLIENT_GRANT;
import static dev.sandbank.internal.model.oauth.OAuthCause.UNSUPPORTED_GRANT_TYPE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.dialect.TokenStyle;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.oauth.ClaimRules;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.oidc.client.ClientRequest;
import dev.sandbank.internal.oidc.client.DirectCalls;
import dev.sandbank.internal.oidc.endpoint.IssuerEndpoint;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Replies;
import dev.sandbank.internal.oidc.endpoint.Targets;
import dev.sandbank.internal.oidc.token.UserClaims;
import dev.sandbank.internal.store.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The token endpoint (RFC 6749 §3.2): authenticates the client, finds the grant type, runs its checks and issues tokens. */
public final class TokenEndpoint {

    /** The member that a reply can have besides those of the grants: the lifetime of the refresh token. */
    static final String REFRESH_EXPIRES_IN = "refresh_expires_in";

    private final OidcContext context;
    private final UserClaims claims;
    private final Gates<ClientRequest> gates;
    private final Map<String, Offered> grants = new HashMap<>();
    private final TokenStyle style;
    private final Map<String, String> headers;

    private record Offered(GrantType type, GrantType.Handler handler) {}

    private TokenEndpoint(OidcContext context, DirectCalls direct) {
        this.context = context;
        this.claims = new UserClaims(context);
        this.gates = direct.gates(this::parameters).then("grant", this::grantType);
        for (GrantType type : Grants.offered(context.dialect().issuer().grants())) {
            grants.put(type.name(), new Offered(type, type.handler().apply(context)));
        }
        this.style = context.dialect().tokens();
        this.headers = new Phrasebook(context.dialect())
                .headers(style.headers(), context.settings().asTexts());
    }

    public static IssuerEndpoint of(OidcContext context, DirectCalls direct) {
        TokenEndpoint endpoint = new TokenEndpoint(context, direct);
        return direct.endpoint("token", true, endpoint::admit, endpoint::issue);
    }

    private PipelineResult<ClientRequest> admit(ClientRequest request) {
        return gates.admit(request).then(call -> grant(call).handler().checks());
    }

    /** The parameters that are read from a form: those of its grant, or of all grants if it names none, and those that claims use. */
    private List<String> parameters(ClientRequest call) {
        List<String> names = new ArrayList<>(List.of("grant_type"));
        Offered named = grants.get(call.parameter("grant_type").orElse(""));
        Stream<Offered> asked = named == null ? grants.values().stream() : Stream.of(named);
        asked.flatMap(grant -> grant.type().request().stream())
                .map(GrantType.Parameter::name)
                .forEach(names::add);
        if (!names.containsAll(call.form().names())) {
            Optional<Client> client = call.claimedClients()
                    .flatMap(id -> context.client(id).stream())
                    .findFirst();
            client.stream()
                    .flatMap(known -> Targets.read(known.registration().audience()))
                    .forEach(names::add);
            Stream<JsonNode> ofBank =
                    Stream.concat(style.claims().values().stream(), Stream.of(style.reply(), style.userReply()));
            Stream.concat(ofBank, client.map(Client::claims).stream())
                    .flatMap(Templates::names)
                    .flatMap(fact -> ClaimRules.parameter(fact).stream())
                    .forEach(names::add);
        }
        return names;
    }

    /** Checks that the bank offers the grant and that the client is registered for it. */
    private Verdict<ClientRequest> grantType(ClientRequest call) {
        String grant = call.parameter("grant_type").orElse("");
        if (grant.isEmpty()) {
            return OAuthError.refuse(INVALID_REQUEST_GRANT_TYPE_MISSING, "grant_type is required");
        }
        if (!grants.containsKey(grant)) {
            String said = "The grant " + OAuthError.quoted(grant) + " is not offered here";
            return OAuthError.refuse(UNSUPPORTED_GRANT_TYPE, said, said + DidYouMean.hint(grant, grants.keySet()));
        }
        return call.client().grants().contains(grant)
                ? Verdict.pass(call, grant)
                : OAuthError.refuse(UNAUTHORIZED_CLIENT_GRANT, "The client is not registered for the grant " + grant);
    }

    private Offered grant(ClientRequest call) {
        return Optional.ofNullable(grants.get(call.parameter("grant_type").orElse("")))
                .orElseThrow(() -> new IllegalStateException("the grant gate lets only known grants pass"));
    }

    private Reply issue(ClientRequest call) {
        Offered grant = grant(call);
        return say(call, grant.handler().issue(call), grant.type().forUser() ? style.userReply() : style.reply());
    }

    /** Writes the reply with exactly the members that the bank's has, in its order. */
    private Reply say(ClientRequest call, GrantType.Result issued, JsonNode templates) {
        Facts ofGrant = claims.facts(issued.grant(), call.form());
        JsonNode body = Templates.fill(
                templates,
                name -> name.equals(REFRESH_EXPIRES_IN)
                        ? refreshExpiresIn(issued.members())
                        : issued.members().has(name) ? issued.members().get(name) : ofGrant.get(name));
        Reply reply = Replies.json((ObjectNode) body);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }

    private @Nullable Long refreshExpiresIn(ObjectNode members) {
        return context.store()
                .tokens()
                .find(Tokens.Kind.REFRESH, members.path("refresh_token").asText())
                .map(grant -> Duration.between(context.now(), grant.expiresAt()).toSeconds())
                .orElse(null);
    }
}
