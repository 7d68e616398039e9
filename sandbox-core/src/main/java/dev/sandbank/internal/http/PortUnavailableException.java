package dev.sandbank.internal.http;

import java.io.IOException;

/** Sandbank cannot listen at an address. The message says why: it is taken, not allowed, or not of this machine. */
public final class PortUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String host;
    private final int port;

    PortUnavailableException(String host, int port, IOException cause) {
        super("Cannot listen on %s:%s: %s".formatted(host, port, cause.getMessage()), cause);
        this.host = host;
        this.port = port;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }
}
