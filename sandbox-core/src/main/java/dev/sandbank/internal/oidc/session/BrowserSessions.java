package dev.sandbank.internal.oidc.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.Authentication;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Session;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Sessions;
import dev.sandbank.internal.text.Cookies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the login sessions of browsers with two cookies: one identifies the browser, one the login session.
 *
 * <p>Browsers send cookies to every port of a host, so each environment has its own cookie names.
 */
public final class BrowserSessions {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;

    private volatile String suffix;
    private final OidcContext context;

    public BrowserSessions(OidcContext context) {
        this.suffix = context.ids().fork().text("0123456789abcdef", 8);
        this.context = context;
    }

    /** Knows the cookies of a token server that this one replaces. */
    public void continueFrom(BrowserSessions before) {
        suffix = before.suffix;
    }

    /** The login session of a browser, if it is valid: not expired, not ended, and of a user who may sign in. */
    public Optional<Session> session(Request request) {
        return cookie(request, sessionCookie())
                .flatMap(context.store().sessions()::find)
                .filter(session -> context.now().isBefore(session.expiresAt()))
                .filter(session -> context.isEligible(session.user()))
                .map(this::used);
    }

    /** Extends a session that is used, if the fixture limits how long it may be idle. */
    private Session used(Session session) {
        Duration idle = context.settings().duration("sessionIdleLifetime");
        if (!idle.isZero()) {
            context.store().sessions().until(session.id(), context.now().plus(idle));
        }
        return session;
    }

    /** Begins a session in place of any that the browser had, and adds its cookie to the reply. */
    public Reply begin(Request request, Session session, Reply reply) {
        String cookie = context.ids().text(ALPHABET, LENGTH);
        Optional<Session> before = session(request);
        context.store().atomically(tables -> {
            before.ifPresent(old -> replace(tables.sessions(), old, session));
            tables.sessions().start(cookie, session);
            used(session);
            return tables;
        });
        return setting(reply, sessionCookie(), cookie);
    }

    private static void replace(Sessions sessions, Session old, Session next) {
        if (old.id().equals(next.id())) {
            sessions.voidCookies(old.id());
        } else {
            sessions.end(old.id());
        }
    }

    /** Makes a session for a user who has just signed in. It keeps its id if the same user was already signed in with this browser. */
    public Session freshSession(Request request, String user, Duration life) {
        Instant at = Instant.ofEpochSecond(context.now().getEpochSecond());
        String id = session(request)
                .filter(before -> before.user().equals(user))
                .map(Session::id)
                .orElseGet(context.ids()::uuid);
        return session(id, user, at, how(user), life, null);
    }

    /** How a user signs in: with a password, unless the fixture says otherwise. */
    private Authentication how(String user) {
        JsonNode told = context.store()
                .entries()
                .find(Directory.USERS, user)
                .map(entry -> entry.document().path("authentication"))
                .orElseGet(MissingNode::getInstance);
        List<String> methods = new ArrayList<>();
        told.path("amr").forEach(method -> methods.add(method.asText()));
        return Authentication.by(told.has("amr") ? methods.toArray(String[]::new) : new String[] {"pwd"})
                .acr(told.path("acr").asText());
    }

    private static Session session(
            String id, String user, Instant at, Authentication how, Duration life, @Nullable List<String> picks) {
        String acr = how.acr().isEmpty() ? null : how.acr();
        return new Session(id, user, at.minus(how.ago()), at.plus(life), acr, String.join(" ", how.amr()), picks);
    }

    /** Begins a session for a browser that has no other purpose; returns its cookie header. */
    public String cookieFor(String user, Optional<Authentication> how, Duration life) {
        String cookie = context.ids().text(ALPHABET, LENGTH);
        Instant at = Instant.ofEpochSecond(context.now().getEpochSecond());
        context.store().atomically(tables -> {
            Authentication known = how.orElseGet(() -> how(user));
            Session session = session(context.ids().uuid(), user, at, known, life, known.consent());
            tables.sessions().start(cookie, session);
            used(session);
            return tables;
        });
        return sessionCookie() + "=" + cookie;
    }

    /** The token that ties a page to the browser that shows it. */
    public Optional<String> browser(Request request) {
        return cookie(request, browserCookie());
    }

    String freshBrowser() {
        return context.ids().text(ALPHABET, LENGTH);
    }

    Reply remember(Request request, String browser, Reply reply) {
        return browser(request).isPresent() ? reply : setting(reply, browserCookie(), browser);
    }

    Reply forget(Reply reply) {
        return reply.withHeader("Set-Cookie", attributes(sessionCookie() + "=") + "; Max-Age=0");
    }

    private Reply setting(Reply reply, String name, String value) {
        return reply.withHeader("Set-Cookie", attributes(name + "=" + value));
    }

    private String attributes(String cookie) {
        return cookie + "; Path=" + context.issuer().cookiePath() + "; HttpOnly; SameSite=Lax"
                + (context.issuer().isSecure() ? "; Secure" : "");
    }

    private String sessionCookie() {
        return "sandbank_session_" + suffix;
    }

    private String browserCookie() {
        return "sandbank_browser_" + suffix;
    }

    /** The value of a cookie; empty if it is absent, blank or sent twice. */
    private static Optional<String> cookie(Request request, String name) {
        List<String> values = Cookies.all(request.headers(), name);
        return values.size() == 1 && !values.get(0).isEmpty() ? Optional.of(values.get(0)) : Optional.empty();
    }
}
