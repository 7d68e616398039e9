package dev.sandbank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.remote.MadeSandbox;
import dev.sandbank.internal.remote.SentFixture;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A running server that makes a sandbox, instead of this JVM.
 *
 * @param url its base URL
 */
record AtServer(URI url) {

    AtServer {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getRawAuthority() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the URL of a server must be an http or https URL, such as http://127.0.0.1:8080, not " + url);
        }
    }

    /**
     * Makes the sandbox there.
     *
     * @param port a port of the server's machine, or 0 for a path of the server
     * @param said the builder's methods that were called and have no meaning there
     * @param token the server's control token, or null for the one in the environment variable
     */
    Sandbank start(
            PreparedFixture fixture, int port, boolean decisionHeader, Set<String> said, @Nullable String token) {
        if (!said.isEmpty()) {
            throw new IllegalStateException("a sandbox at a server, " + url + ", cannot have " + String.join(", ", said)
                    + ": leave it out, or start the sandbox in this JVM");
        }
        ObjectNode wanted = SentFixture.wanted(fixture).put("decisionHeader", decisionHeader);
        if (port != 0) {
            wanted.put("port", port);
        }
        String known = token == null ? System.getenv(MadeSandbox.TOKEN) : token;
        return new ServedSandbank(MadeSandbox.at(url, known, wanted, MadeSandbox.LIFE), fixture);
    }
}
