package dev.sandbank.internal.http;

import java.io.Closeable;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A connector of Jetty that listens on any number of ports, with one selector and no thread per port.
 *
 * <p>Every accepted connection keeps the {@link PortBinding} that accepted it, from the selection key to the end point. So a request finds
 * its site without the port's number, which the system may give out again.
 */
final class Listeners extends AbstractConnector {

    /** One port may have this share of the content that all may have. */
    private static final int SHARE = 4;

    private final long content;
    private final ByteBudget bodies;
    private final Sockets sockets;

    /** @param content how many bytes of content all requests together may have */
    Listeners(Server server, PortConnections http, long content) {
        super(server, null, null, null, 0, http);
        this.content = content;
        this.bodies = ByteBudget.of(content);
        sockets = new Sockets(getExecutor(), getScheduler());
        installBean(sockets, true);
    }

    /** @param tls encrypts its connections, or null for plain HTTP */
    PortBinding listen(ServerSocketChannel channel, RequestHandler site, @Nullable SSLContext tls) {
        ConnectionFactory front = tls == null ? getDefaultConnectionFactory() : TlsConnections.of(tls);
        PortBinding listening =
                new PortBinding(channel, site, front, sockets, sockets.chooseSelector(), bodies.part(content / SHARE));
        listening.register();
        return listening;
    }

    @Override
    protected void accept(int acceptor) {
        throw new UnsupportedOperationException("There are no acceptor threads");
    }

    @Override
    public @Nullable Object getTransport() {
        return null;
    }

    /** The accepted sockets of all ports. */
    private final class Sockets extends SelectorManager {

        Sockets(Executor executor, Scheduler scheduler) {
            super(executor, scheduler, 1);
        }

        @Override
        protected ManagedSelector chooseSelector() {
            return super.chooseSelector();
        }

        /** Runs Jetty's tasks that open or forget a connection on this thread: they are too small for another one. */
        @Override
        protected void execute(Runnable task) {
            if (task instanceof Closeable) {
                task.run();
            } else {
                super.execute(task);
            }
        }

        @Override
        protected EndPoint newEndPoint(SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
            PortBinding listening = (PortBinding) Objects.requireNonNull(key.attachment());
            PortEndPoint endPoint = new PortEndPoint((SocketChannel) channel, selector, key, getScheduler(), listening);
            endPoint.setIdleTimeout(getIdleTimeout());
            return endPoint;
        }

        @Override
        public Connection newConnection(SelectableChannel channel, EndPoint endPoint, Object attachment) {
            return PortEndPoint.of(endPoint).listening().front().newConnection(Listeners.this, endPoint);
        }

        @Override
        protected void endPointOpened(EndPoint endPoint) {
            super.endPointOpened(endPoint);
            onEndPointOpened(endPoint);
            PortEndPoint.of(endPoint).opened();
        }

        @Override
        protected void endPointClosed(EndPoint endPoint) {
            PortEndPoint.of(endPoint).closed();
            onEndPointClosed(endPoint);
            super.endPointClosed(endPoint);
        }
    }
}
