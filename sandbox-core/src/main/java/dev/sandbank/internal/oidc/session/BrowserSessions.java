package dev.sandbank.internal.oidc.session;

import dev.sandbank.internal.oidc.endpoint.IssuerUrls;
import dev.sandbank.internal.oidc.endpoint.UserEligibility;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Session;
import dev.sandbank.internal.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The browsers of the people who sign in: one cookie tells a browser, one a login session.
 *
 * <p>Browsers do not keep the ports of a host apart, so the names of the cookies are this environment's own.
 */
public final class BrowserSessions {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;

    private final String suffix;
    private final IssuerUrls issuer;
    private final Store store;
    private final UserEligibility standing;
    private final Ids ids;
    private final Supplier<Instant> now;

    public BrowserSessions(IssuerUrls issuer, Store store, UserEligibility standing, Ids ids, Supplier<Instant> now) {
        this.suffix = ids.fork().text("0123456789abcdef", 8);
        this.issuer = issuer;
        this.store = store;
        this.standing = standing;
        this.ids = ids;
        this.now = now;
    }

    /** The login session of a browser, if it still counts: in time, not ended, and of a user who may sign in. */
    public Optional<Session> session(Request request) {
        return Cookies.value(request, sessionCookie())
                .flatMap(store.sessions()::find)
                .filter(session -> now.get().isBefore(session.expiresAt()))
                .filter(session -> standing.isGood(session.user()));
    }

    /** A session that begins now, in place of any that the browser had, and the reply that tells the browser so. */
    public Reply begin(Request request, Session session, Reply reply) {
        String cookie = ids.text(ALPHABET, LENGTH);
        Optional<Session> before = session(request);
        store.atomically(tables -> {
            before.ifPresent(old -> tables.sessions().end(old.id()));
            tables.sessions().start(cookie, session);
            return tables;
        });
        return setting(reply, sessionCookie(), cookie);
    }

    /** A session for a user who has just signed in; it keeps its name if the user was signed in in this browser. */
    public Session freshSession(Request request, String user, Duration life) {
        Instant at = Instant.ofEpochSecond(now.get().getEpochSecond());
        String id = session(request)
                .filter(before -> before.user().equals(user))
                .map(Session::id)
                .orElseGet(ids::uuid);
        return new Session(id, user, at, at.plus(life));
    }

    /** The token that ties a page to the browser it was shown in. */
    public Optional<String> browser(Request request) {
        return Cookies.value(request, browserCookie());
    }

    public String freshBrowser() {
        return ids.text(ALPHABET, LENGTH);
    }

    public Reply remember(Request request, String browser, Reply reply) {
        return browser(request).isPresent() ? reply : setting(reply, browserCookie(), browser);
    }

    public Reply forget(Reply reply) {
        return reply.withHeader("Set-Cookie", attributes(sessionCookie() + "=") + "; Max-Age=0");
    }

    private Reply setting(Reply reply, String name, String value) {
        return reply.withHeader("Set-Cookie", attributes(name + "=" + value));
    }

    private String attributes(String cookie) {
        return cookie + "; Path=" + issuer.cookiePath() + "; HttpOnly; SameSite=Lax"
                + (issuer.isSecure() ? "; Secure" : "");
    }

    private String sessionCookie() {
        return "sandbank_session_" + suffix;
    }

    private String browserCookie() {
        return "sandbank_browser_" + suffix;
    }
}
