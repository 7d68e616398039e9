package dev.sandbank.internal.control;

import dev.sandbank.Authentication;
import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Outcome.Later;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.text.UrlEncoded;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * Signs users in without a page. The bank answers the application's own authorization request as if the user had just signed in and
 * agreed to everything.
 *
 * @param at the users' environment
 */
record SignInControl(EnvironmentControl at) {

    /** The parameters that ask for a page: they are left out, because the user has just signed in. */
    private static final Set<String> FULFILLED = Set.of("prompt", "max_age");

    URI signIn(URI authorization, String user, Optional<Authentication> how) {
        Request request = request(authorization, user, how);
        Reply reply = reply(at.bank().answer(request));
        String location = reply.headers().get("Location");
        if (location == null) {
            throw new ConflictException(
                    "the bank did not answer the authorization request with a redirect but with status "
                            + reply.status() + ": see the last call of the journal");
        }
        return URI.create(location);
    }

    private Request request(URI authorization, String user, Optional<Authentication> how) {
        requireEligible(user);
        at.user(user).requireConsent(how.map(Authentication::consent).orElse(List.of()));
        String path = path(authorization);
        Fields asked = parameters(authorization);
        if (asked.first("response_mode").filter("form_post"::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "with response_mode=form_post the bank answers with a page, and only a browser can submit that");
        }
        consent(user, asked);
        Fields headers = Fields.headers();
        headers.add("Cookie", at.environment().tokenServer().signIn(user, how));
        Fields kept = Fields.parameters();
        StringJoiner query = new StringJoiner("&");
        asked.names().stream()
                .filter(name -> !FULFILLED.contains(name))
                .forEach(name -> asked.all(name).forEach(value -> {
                    kept.add(name, value);
                    query.add(encoded(name) + "=" + encoded(value));
                }));
        return new Request("GET", path, query.toString(), kept, headers, Body.EMPTY);
    }

    private void requireEligible(String user) {
        UserControl known = at.user(user);
        if (!at.environment().tokenServer().maySignIn(user)) {
            throw new ConflictException("user " + user + " cannot sign in: the user is "
                    + known.state().word());
        }
    }

    /** The path of the authorization endpoint. The application may use the public URL or the sandbox's own. */
    private String path(URI authorization) {
        String endpoint =
                at.environment().definition().dialect().issuer().endpoints().get("authorization");
        String own = at.environment().prefix() + endpoint;
        String given = String.valueOf(authorization.getRawPath());
        String asked = authorization.toString().split("[?#]", 2)[0];
        boolean known = asked.equals(at.baseUrl() + String.valueOf(endpoint))
                || at.environment().tokenServer().isUrl(asked, "authorization");
        if (endpoint == null || !known) {
            throw new IllegalArgumentException(
                    "this is not an authorization request to " + at.baseUrl() + own + ": " + given);
        }
        return own;
    }

    private static Fields parameters(URI authorization) {
        String query = authorization.getRawQuery();
        return UrlEncoded.parse(query == null ? "" : query);
    }

    private void consent(String user, Fields asked) {
        asked.first("client_id")
                .flatMap(new Directory(at.environment().store())::client)
                .ifPresent(client -> at.environment().store().atomically(tables -> {
                    Set<String> agreed = new TreeSet<>(client.scopes().names());
                    asked.first("scope").map(Scopes::parse).ifPresent(scopes -> agreed.retainAll(scopes.names()));
                    tables.sessions().consent(user, client.id(), Scopes.of(agreed));
                    return tables;
                }));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Reply reply(Outcome outcome) {
        Outcome done = outcome;
        while (done instanceof Later later) {
            done = later.then().get();
        }
        return (Reply) done;
    }
}
