package dev.sandbank.integration;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A web site of a few pages on a free loopback port: what a sandbox has to lead browsers back to. */
public final class TinySite implements AutoCloseable {

    private final HttpServer server;

    private TinySite(HttpServer server) {
        this.server = server;
    }

    /** A site without pages. */
    public static TinySite open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            return new TinySite(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a page for a path and all paths below it. */
    public TinySite with(String path, HttpHandler page) {
        server.createContext(path, page);
        return this;
    }

    /** A page that is always the same. */
    public static HttpHandler page(String contentType, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        };
    }

    /** A URL of the site, whose host is an address as the sandbox's own is. */
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** A URL of the site, whose host is a name: to a browser this is another site than the sandbox. */
    public URI crossSiteUrl(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
