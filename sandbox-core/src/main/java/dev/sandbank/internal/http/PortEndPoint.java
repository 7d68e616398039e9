package dev.sandbank.internal.http;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** The server's end of one connection, which remembers its port. */
final class PortEndPoint extends SocketChannelEndPoint {

    private final PortBinding listening;
    private volatile RequestHandler site;
    private volatile @Nullable RequestLine garbled;

    PortEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            PortBinding listening) {
        super(channel, selector, key, scheduler);
        this.listening = listening;
        this.site = listening.site();
    }

    static PortEndPoint of(EndPoint endPoint) {
        return (PortEndPoint) (endPoint instanceof EndPoint.Wrapper encrypted ? encrypted.unwrap() : endPoint);
    }

    static PortEndPoint of(Request request) {
        return of(request.getConnectionMetaData().getConnection().getEndPoint());
    }

    PortBinding listening() {
        return listening;
    }

    /** The site that answers the requests of this connection. */
    RequestHandler site() {
        return site;
    }

    void answerBy(RequestHandler other) {
        site = other;
    }

    /** Keeps the request line that Jetty rejects and forgets. Jetty then closes the connection. */
    void reject(RequestLine line) {
        garbled = line;
    }

    Optional<RequestLine> rejected() {
        return Optional.ofNullable(garbled);
    }

    /** Reports exhausted memory, because Jetty closes a connection for which it has no memory without reporting it. */
    @Override
    public void onClose(@Nullable Throwable failure) {
        super.onClose(failure);
        if (failure instanceof Error error) {
            OutOfMemory.told(error);
        }
    }

    void opened() {
        listening.joined(this);
    }

    void closed() {
        listening.left(this);
    }
}
