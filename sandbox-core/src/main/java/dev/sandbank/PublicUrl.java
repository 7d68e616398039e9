package dev.sandbank;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The URL by which callers know a sandbox behind a proxy.
 *
 * @param text the URL as it was given; {@code {port}} in it stands for the port at which the sandbox listens
 */
record PublicUrl(String text) {

    private static final String PORT = "{port}";

    private static final int LAST_PORT = 65_535;

    PublicUrl {
        parsed(text, 1);
    }

    String host() {
        return parsed(text, 1).getHost();
    }

    /** The URL for this port, without a slash at its end. */
    String at(int port) {
        String url = parsed(text, port).toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static URI parsed(String text, int port) {
        try {
            URI url = new URI(text.replace(PORT, String.valueOf(port)));
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            boolean more = url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null;
            if (web && !more && url.getHost() != null && url.getPort() <= LAST_PORT) {
                return url;
            }
        } catch (URISyntaxException wrong) {
            throw refused(text);
        }
        throw refused(text);
    }

    /** The message leaves out user and password. */
    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "the public URL must be an http or https URL without query, fragment and user, such as"
                        + " https://bank.example.test or http://bank.example.test:{port}, not "
                        + text.replaceFirst("//[^/?#]*@", "//…@"));
    }
}
