package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Reply;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;

/** Makes connections that speak HTTP within TLS. Answers clients that speak plain HTTP with a text that says so. */
final class TlsConnections extends DetectorConnectionFactory {

    private static final RequestHandler WRONG_SCHEME = request -> Reply.of(
            HttpStatus.BAD_REQUEST_400, "text/plain", "This port speaks https: use a URL that begins with https://.\n");

    private TlsConnections(SSLContext context) {
        super(new Handshakes(versions(context)));
    }

    static TlsConnections of(SSLContext context) {
        TlsConnections connections = new TlsConnections(context);
        LifeCycle.start(connections);
        return connections;
    }

    private static SslContextFactory.Server versions(SSLContext context) {
        SslContextFactory.Server server = new SslContextFactory.Server();
        server.setSslContext(context);
        server.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        server.setRenegotiationAllowed(false);
        return server;
    }

    /** Answers a client that does not speak TLS. */
    @Override
    protected void nextProtocol(Connector connector, EndPoint endPoint, ByteBuffer read) {
        PortEndPoint.of(endPoint).answerBy(WRONG_SCHEME);
        upgradeToConnectionFactory(connector.getDefaultConnectionFactory(), connector, endPoint);
    }

    /** Limits the time of a whole handshake to the time that a connection may be idle. */
    private static final class Handshakes extends SslConnectionFactory {

        Handshakes(SslContextFactory.Server server) {
            super(server, HttpVersion.HTTP_1_1.asString());
        }

        @Override
        protected SslConnection newSslConnection(Connector connector, EndPoint endPoint, SSLEngine engine) {
            SslConnection connection = super.newSslConnection(connector, endPoint, engine);
            Scheduler.Task late = connector
                    .getScheduler()
                    .schedule(endPoint::close, connector.getIdleTimeout(), TimeUnit.MILLISECONDS);
            connection.addHandshakeListener(new SslHandshakeListener() {
                @Override
                public void handshakeSucceeded(Event event) {
                    late.cancel();
                }

                @Override
                public void handshakeFailed(Event event, Throwable failure) {
                    late.cancel();
                }
            });
            return connection;
        }
    }
}
