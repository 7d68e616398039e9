package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Body;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;

/**
 * A port that listens for the requests of one {@link RequestHandler}, until it is closed.
 *
 * <p>Closing also closes its connections at once. It cuts off calls that are being answered, unless the port was {@linkplain #drain
 * drained} before. If the same number is opened again, that is another port, which never answers this port's connections.
 */
public final class Port implements AutoCloseable {

    /** The largest request body that Sandbank keeps, in bytes. */
    public static final int MAX_BODY = Body.MAX;

    private static final int BACKLOG = 1024;
    private static final int LAST = 65_535;

    private final PortBinding listening;
    private final int number;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Port(PortBinding listening, int number) {
        this.listening = listening;
        this.number = number;
    }

    /** Refuses a number that is neither a port's nor 0, which means any free port. */
    public static int require(int number) {
        if (number < 0 || number > LAST) {
            throw new IllegalArgumentException("a port must be between 0 and " + LAST + ", not " + number);
        }
        return number;
    }

    /** Listens for plain HTTP. */
    static Port open(String host, int port, RequestHandler site) {
        return open(host, port, site, null);
    }

    /**
     * Listens at an address; when this returns, clients can connect.
     *
     * @param port the number, or 0 for one that the system picks
     * @param tls encrypts its connections, or null for plain HTTP
     * @throws PortUnavailableException if the address is taken, not allowed or not of this machine
     */
    public static Port open(String host, int port, RequestHandler site, @Nullable SSLContext tls) {
        ServerSocketChannel channel = bind(host, port);
        try {
            PortBinding listening = SharedEngine.lease().listen(channel, site, tls);
            return new Port(listening, channel.socket().getLocalPort());
        } catch (InterruptedException e) {
            IO.close(channel);
            Thread.currentThread().interrupt();
            throw new PortUnavailableException(host, port, new InterruptedIOException("the thread was interrupted"));
        } catch (RuntimeException e) {
            IO.close(channel);
            throw e;
        }
    }

    /** Does the same as {@link #wake()} in the background, while other work is done before a port is opened. */
    public static void wakeMeanwhile() {
        SharedEngine.begin();
    }

    /** Starts the engine of all ports before the first one is opened. It stops again if none is opened soon. */
    public static void wake() {
        try {
            SharedEngine.lease();
            SharedEngine.giveBack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int number() {
        return number;
    }

    /**
     * Refuses new connections, and waits until the requests that have begun are answered, also delayed ones.
     *
     * @param atMost how long to wait for them
     */
    public void drain(Duration atMost) {
        listening.drain(atMost);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            listening.close();
            SharedEngine.giveBack();
        }
    }

    private static ServerSocketChannel bind(String host, int port) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return bind(ServerSocketChannel.open(), new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new PortUnavailableException(host, port, e);
        }
    }

    private static ServerSocketChannel bind(ServerSocketChannel channel, InetSocketAddress address) throws IOException {
        try {
            channel.bind(address, BACKLOG).configureBlocking(false);
            return channel;
        } catch (UnsupportedAddressTypeException e) {
            IO.close(channel);
            throw new IOException("this Java is set to use only IPv4", e);
        } catch (IOException | RuntimeException e) {
            IO.close(channel);
            throw e;
        }
    }
}
