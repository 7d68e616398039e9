package dev.sandbank.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The server that comes with the JDK, which answers everything with one constant: about the least there is. */
record JdkRival() implements Rival {

    private static final byte[] TOKEN =
            "{\"access_token\":\"constant\",\"token_type\":\"Bearer\"}".getBytes(StandardCharsets.UTF_8);

    @Override
    public String name() {
        return "JDK HttpServer";
    }

    @Override
    public Running start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", JdkRival::answer);
        server.start();
        return new Started(server);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, TOKEN.length);
            exchange.getResponseBody().write(TOKEN);
        }
    }

    private record Started(HttpServer server) implements Running {

        @Override
        public URI tokenUrl() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
