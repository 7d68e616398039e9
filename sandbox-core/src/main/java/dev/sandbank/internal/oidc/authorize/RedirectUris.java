package dev.sandbank.internal.oidc.authorize;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Compares redirect URIs: exactly, except that a loopback one may have any port (RFC 8252 §7.3). */
public final class RedirectUris {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    private RedirectUris() {}

    public static boolean match(List<String> registered, String asked) {
        return registered.stream().anyMatch(known -> known.equals(asked) || sameButPort(known, asked));
    }

    private static boolean sameButPort(String registered, String asked) {
        try {
            URI known = new URI(registered);
            URI given = new URI(asked);
            return isLoopback(known)
                    && isLoopback(given)
                    && given.getRawUserInfo() == null
                    && given.getRawFragment() == null
                    && known.getHost().equals(given.getHost())
                    && Objects.equals(known.getRawPath(), given.getRawPath())
                    && Objects.equals(known.getRawQuery(), given.getRawQuery())
                    && given.getPort() <= 65_535
                    && given.toString().equals(asked);
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isLoopback(URI uri) {
        return "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }
}
