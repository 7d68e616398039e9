package dev.sandbank.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/** mock-oauth2-server of NAV, with its defaults. */
record MockOAuth2Rival() implements Rival {

    /** Held here, because the logging system forgets a logger that nobody holds, and its level with it. */
    private static final Logger LOG = Logger.getLogger("");

    @Override
    public String name() {
        return "mock-oauth2-server";
    }

    @Override
    public Running start() throws IOException {
        LOG.setLevel(Level.WARNING);
        MockOAuth2Server server = new MockOAuth2Server();
        server.start();
        return new Started(server);
    }

    private record Started(MockOAuth2Server server) implements Running {

        @Override
        public URI tokenUrl() {
            return server.tokenEndpointUrl("default").uri();
        }

        @Override
        public void close() {
            server.shutdown();
        }
    }
}
