package dev.sandbank.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/** Makes connections that speak HTTP/1.1 and remember a request line with a bad target. */
final class PortConnections extends HttpConnectionFactory {

    PortConnections(HttpConfiguration http) {
        super(http);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(new SiteConnection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
    }

    private static final class SiteConnection extends HttpConnection {

        /** Set before initializers run, so it has none. */
        private @Nullable RequestHandler handler;

        SiteConnection(HttpConfiguration http, Connector connector, EndPoint endPoint) {
            super(http, connector, endPoint);
        }

        @Override
        protected RequestHandler newRequestHandler() {
            RequestHandler made = super.newRequestHandler();
            handler = made;
            return made;
        }

        @Override
        protected HttpParser newHttpParser(HttpCompliance compliance) {
            HttpConfiguration http = getHttpConfiguration();
            HttpParser parser =
                    new MethodKeeper(Objects.requireNonNull(handler), http.getRequestHeaderSize(), compliance);
            parser.setHeaderCacheSize(http.getHeaderCacheSize());
            parser.setHeaderCacheCaseSensitive(http.isHeaderCacheCaseSensitive());
            return parser;
        }

        /** Keeps the request line. For a line that it could not parse, Jetty makes a stream with a method of its own. */
        @Override
        protected HttpStreamOverHTTP1 newHttpStream(String method, String target, HttpVersion version) {
            PortEndPoint endPoint = PortEndPoint.of(getEndPoint());
            if (method.equals(RequestLine.BAD) && endPoint.rejected().isEmpty() && askedForHead()) {
                endPoint.reject(new RequestLine("HEAD", ""));
            }
            try {
                return super.newHttpStream(method, target, version);
            } catch (RuntimeException e) {
                endPoint.reject(new RequestLine(method, target));
                throw e;
            }
        }

        private boolean askedForHead() {
            return getParser() instanceof MethodKeeper parser && parser.isHead();
        }
    }

    /** Remembers that the method of a request was HEAD, which a parser forgets if the target is bad. */
    private static final class MethodKeeper extends HttpParser {

        private static final byte[] HEAD = "HEAD ".getBytes(StandardCharsets.US_ASCII);
        private static final int NO = -1;

        private int matched;

        MethodKeeper(HttpParser.RequestHandler handler, int maxHeaderBytes, HttpCompliance compliance) {
            super(handler, maxHeaderBytes, compliance);
        }

        @Override
        public boolean parseNext(ByteBuffer buffer) {
            matched = isStart() ? 0 : matched;
            for (int i = buffer.position(); i < buffer.limit() && matched != NO && !isHead(); i++) {
                match(buffer.get(i));
            }
            return super.parseNext(buffer);
        }

        /** Compares the next byte with the method HEAD. Skips line ends before a request. */
        private void match(byte next) {
            if (matched > 0 || (next != '\r' && next != '\n')) {
                matched = next == HEAD[matched] ? matched + 1 : NO;
            }
        }

        boolean isHead() {
            return matched == HEAD.length;
        }
    }
}
