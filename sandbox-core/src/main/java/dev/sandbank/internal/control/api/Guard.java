package dev.sandbank.internal.control.api;

import dev.sandbank.internal.model.Fields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets programs in and keeps pages in browsers out, whatever the page is and whatever name it found us by. */
record Guard(Access access) {

    private static final Pattern LOOPBACK = Pattern.compile("127(\\.[0-9]{1,3}){3}|\\[::1]|(.*\\.)?localhost\\.?");
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");
    private static final Set<String> FROM_HERE = Set.of("none", "same-origin");

    /** Why this request goes no further, if so. */
    Optional<ProblemDetails> objection(Fields headers) {
        if (access.loopback() && !headers.all("Host").stream().allMatch(this::isOurs)) {
            return forbidden("Host is no name of this machine");
        }
        if (headers.has("Origin")) {
            return forbidden("requests of web pages, which have an Origin, are not taken");
        }
        if (!FROM_HERE.containsAll(headers.all("Sec-Fetch-Site"))) {
            return forbidden("requests that other sites cause are not taken");
        }
        return access.token().filter(token -> !carries(headers, token)).map(token -> unauthorized());
    }

    /** A page of a site whose name has come to mean this machine (DNS rebinding) still says its own name. */
    private boolean isOurs(String host) {
        String name = PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
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
                "the control token is to be sent as a bearer",
                Map.of("WWW-Authenticate", "Bearer realm=\"sandbank\""));
    }
}
