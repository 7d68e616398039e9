package dev.sandbank.internal.http;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/** Makes the connections that speak HTTP/1.1, and that remember a request line with a bad target. */
final class SiteConnections extends HttpConnectionFactory {

    SiteConnections(HttpConfiguration http) {
        super(http);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(new SiteConnection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
    }

    private static final class SiteConnection extends HttpConnection {

        SiteConnection(HttpConfiguration http, Connector connector, EndPoint endPoint) {
            super(http, connector, endPoint);
        }

        @Override
        protected HttpStreamOverHTTP1 newHttpStream(String method, String target, HttpVersion version) {
            try {
                return super.newHttpStream(method, target, version);
            } catch (RuntimeException e) {
                SiteEndPoint.of(getEndPoint()).reject(new RequestLine(method, target));
                throw e;
            }
        }
    }
}
