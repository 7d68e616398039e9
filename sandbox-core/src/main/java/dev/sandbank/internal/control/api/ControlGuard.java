package dev.sandbank.internal.control.api;

import dev.sandbank.internal.site.PublicHosts;
import dev.sandbank.internal.text.Fields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets programs in and keeps web pages out, whatever their site and the host name that they use. */
record ControlGuard(Access access) {

    private static final Pattern LOOPBACK =
            Pattern.compile("127(\\.[0-9]{1,3}){3}|\\[::1]|([a-z0-9_-]+\\.)*localhost\\.?");
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");
    private static final Set<String> FROM_HERE = Set.of("none", "same-origin");

    /** Why this request is refused; empty if it is not. */
    Optional<ProblemDetails> objection(Fields headers) {
        return stranger(headers, false)
                .or(() ->
                        access.token().filter(token -> !carries(headers, token)).map(token -> unauthorized()));
    }

    /**
     * Why the caller, who need not know the token, is refused.
     *
     * @param visit whether a person opens a page of ours, which any page may link to
     */
    Optional<ProblemDetails> stranger(Fields headers, boolean visit) {
        if (access.loopback() && !headers.all("Host").stream().allMatch(this::isOurs)) {
            return forbidden("the Host header does not name this machine");
        }
        if (headers.has("Origin") && !(access.console() && isOurPage(headers))) {
            return forbidden("requests with an Origin header are refused, because they come from web pages");
        }
        if (!visit && !FROM_HERE.containsAll(headers.all("Sec-Fetch-Site"))) {
            return forbidden("requests that web pages of other sites send are refused");
        }
        return Optional.empty();
    }

    /** Whether a page sends the request that this sandbox served under the same name: that of the console. */
    private static boolean isOurPage(Fields headers) {
        List<String> hosts = headers.all("Host");
        return hosts.size() == 1
                && headers.all("Origin").stream()
                        .allMatch(Set.of("http://" + hosts.get(0), "https://" + hosts.get(0))::contains);
    }

    /** Whether a host is this machine. With DNS rebinding, a web page still sends its own site's name. */
    private boolean isOurs(String host) {
        String name = PublicHosts.bare(host).toLowerCase(Locale.ROOT);
        return LOOPBACK.matcher(name).matches() || access.hosts().contains(name);
    }

    private static boolean carries(Fields headers, String token) {
        List<String> sent = headers.all("Authorization");
        return sent.size() == 1
                && Optional.of(BEARER.matcher(sent.get(0)))
                        .filter(bearer -> bearer.matches())
                        .map(bearer -> bearer.group(1))
                        .filter(given -> MessageDigest.isEqual(bytes(given), bytes(token)))
                        .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<ProblemDetails> forbidden(String why) {
        return Optional.of(new ProblemDetails(403, why));
    }

    private static ProblemDetails unauthorized() {
        return new ProblemDetails(
                401,
                "send the control token as a bearer token",
                Map.of("WWW-Authenticate", "Bearer realm=\"sandbank\""));
    }
}
