package dev.sandbank.internal.oidc.client;

import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_CONTENT_TYPE;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_FORM_MALFORMED;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_FORM_NOT_UTF_8;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_FORM_TOO_LARGE;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_IN_QUERY;
import static dev.sandbank.internal.model.oauth.OAuthCause.INVALID_REQUEST_REPEATED;

import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.ProtocolError;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.oidc.endpoint.Forms;
import dev.sandbank.internal.oidc.endpoint.IgnoredParameters;
import dev.sandbank.internal.oidc.endpoint.IssuerEndpoint;
import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Targets;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.text.UrlEncoded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the endpoints that clients call directly. Each takes one form, authenticates the client, and answers with JSON that no cache
 * may keep; errors are as RFC 6749 §5.2 says.
 */
public final class DirectCalls {

    /** The names of these endpoints. */
    public static final List<String> ENDPOINTS = List.of("token", "revocation", "introspection");

    private final String realm;
    private final List<String> formOnly;
    private final AuthenticateClient authentication;

    /** @param formOnly further parameters that must not be in the query, besides those that authenticate the client */
    public DirectCalls(OidcContext context, List<String> formOnly) {
        this.realm = context.dialect().tokens().realm();
        this.formOnly = formOnly;
        this.authentication = new AuthenticateClient(context);
    }

    /**
     * The checks that come first at each of these endpoints.
     *
     * @param read the parameters that the endpoint reads from a form, besides those that authenticate the client
     */
    public Gates<ClientRequest> gates(Function<ClientRequest, Collection<String>> read) {
        return Gates.<ClientRequest>none()
                .then("request", new ParseForm(formOnly, read))
                .then("client", authentication);
    }

    /**
     * Makes one of these endpoints.
     *
     * @param cors whether scripts of any origin may call it
     * @param gates its checks
     * @param reply answers a request that passed
     */
    public IssuerEndpoint endpoint(
            String name,
            boolean cors,
            Function<ClientRequest, PipelineResult<ClientRequest>> gates,
            Function<ClientRequest, Reply> reply) {
        return new IssuerEndpoint(name, Set.of("POST"), cors, true, request -> {
            PipelineResult<ClientRequest> passage = gates.apply(ClientRequest.of(request));
            return passage.verdict()
                    .fold(
                            call -> decided(reply.apply(call), name, passage, null),
                            refusal -> decided(say(refusal), name, passage, refusal));
        });
    }

    /** Adds the client that the caller claimed to be to the journal's decision. The reply does not name it. */
    private static DecidedReply decided(
            Reply reply, String name, PipelineResult<ClientRequest> passage, @Nullable Refusal refusal) {
        ClientRequest call = passage.reached();
        String client = Optional.ofNullable(call.sender())
                .map(Client::id)
                .or(call::claimedClient)
                .orElse("");
        String subject = Optional.ofNullable(call.signedIn())
                .map(signIn -> "user " + signIn.user())
                .orElse("");
        return DecidedReply.of(reply, passage.steps(), refusal, name, client, subject);
    }

    private Reply say(Refusal refusal) {
        if (refusal instanceof ProtocolError error) {
            return OAuthError.say(error, realm);
        }
        throw new IllegalStateException("clients are refused in the protocol's words, not by " + refusal.key());
    }

    /** Reads the form: each parameter must be there once, and not in the query (RFC 6749 §3.2). */
    private static final class ParseForm implements Gate<ClientRequest> {

        /** The parameters that every grant has, and the credentials of clients and users. */
        private static final List<String> FORM_ONLY =
                List.of("client_id", "client_secret", "client_assertion", "grant_type", "username", "password");

        private static final List<String> OF_CLIENTS =
                List.of("client_id", "client_secret", "client_assertion", "client_assertion_type");

        private final List<String> formOnly;
        private final Function<ClientRequest, Collection<String>> read;

        /** @param ofGrants the parameters of grants that must not be in the query */
        ParseForm(List<String> ofGrants, Function<ClientRequest, Collection<String>> read) {
            this.read = read;
            this.formOnly = Stream.concat(FORM_ONLY.stream(), ofGrants.stream()).toList();
        }

        @Override
        public Verdict<ClientRequest> examine(ClientRequest call) {
            Request request = call.request();
            if (request.body().tooLarge()) {
                return OAuthError.refuse(INVALID_REQUEST_FORM_TOO_LARGE, "The form is larger than 1 MiB");
            }
            if (!request.body().isEmpty() && !Forms.isForm(request)) {
                return OAuthError.refuse(
                        INVALID_REQUEST_CONTENT_TYPE, "The content must be application/x-www-form-urlencoded");
            }
            Optional<String> misplaced =
                    formOnly.stream().filter(request.query()::has).findFirst();
            if (misplaced.isPresent()) {
                return OAuthError.refuse(
                        INVALID_REQUEST_IN_QUERY, misplaced.get() + " belongs in the form, not in the query");
            }
            try {
                return request.body()
                        .utf8()
                        .map(text -> once(call, UrlEncoded.parse(text)))
                        .orElseGet(() -> OAuthError.refuse(INVALID_REQUEST_FORM_NOT_UTF_8, "The form is not UTF-8"));
            } catch (IllegalArgumentException garbled) {
                return OAuthError.refuse(INVALID_REQUEST_FORM_MALFORMED, "The form is not well-formed");
            }
        }

        private Verdict<ClientRequest> once(ClientRequest call, Fields form) {
            return form.names().stream()
                    .filter(name -> form.repeats(name) && !Targets.PARAMETERS.contains(name))
                    .findFirst()
                    .map(name -> OAuthError.<ClientRequest>refuse(
                            INVALID_REQUEST_REPEATED, "The parameter " + OAuthError.quoted(name) + " is repeated"))
                    .orElseGet(() ->
                            Verdict.pass(call.with(form), "one form, each parameter once" + ignored(call.with(form))));
        }

        private String ignored(ClientRequest call) {
            List<String> known = new ArrayList<>(OF_CLIENTS);
            known.addAll(read.apply(call));
            return IgnoredParameters.told(call.request(), call.form(), known);
        }
    }
}
