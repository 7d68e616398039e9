package dev.sandbank.testing;

import dev.sandbank.Sandbank;
import java.net.HttpCookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A person's browser: it keeps cookies and sends the bank's own forms, but never goes to the client.
 *
 * <p>It takes secure cookies to be on a secure connection, as they would be with TLS in front of the sandbox.
 */
public final class Browser {

    private final Sandbank bank;
    private final Map<String, HttpCookie> cookies = new LinkedHashMap<>();

    public Browser(Sandbank bank) {
        this.bank = bank;
    }

    /** Goes to an address.
     *
     * @param target a raw path and query, or a URL that the bank gave */
    public Page open(String target) {
        return send(HttpCall.get(bank, target));
    }

    /** Sends a form, name and value in turn. */
    public Page post(String target, String... form) {
        return send(HttpCall.post(bank, target).form(form));
    }

    /** Sends any call with the cookies that belong to it, and keeps those that come back. */
    public Page send(HttpCall call) {
        String path = call.path();
        String sent = cookies.values().stream()
                .filter(cookie -> path.startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        Answer answer = (sent.isEmpty() ? call : call.header("Cookie", sent)).send();
        answer.headers().getOrDefault("set-cookie", List.of()).stream()
                .flatMap(field -> HttpCookie.parse(field).stream())
                .forEach(this::keep);
        return new Page(this, answer);
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie);
        }
    }

    /** The cookies as they are now, by name. */
    public Map<String, HttpCookie> cookies() {
        return Map.copyOf(cookies);
    }

    /** Takes over all cookies of another browser, as a thief would. */
    public Browser steal(Browser victim) {
        cookies.putAll(victim.cookies);
        return this;
    }

    public void forgetCookies() {
        cookies.clear();
    }
}
