package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.RequestDefect;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Lets the site word the refusals that Jetty makes itself. */
final class UnreadableRequests extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        RequestLine line = RequestLine.of(request);
        Reply reply = word(PortEndPoint.of(request).site(), line, defect(request, response.getStatus()));
        if (!request.getConnectionMetaData().isPersistent()) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        ReplyWriter.send(line.method().equals("HEAD") ? reply.withoutBody() : reply, response, callback);
        return true;
    }

    private static RequestDefect defect(Request request, int status) {
        Object cause = request.getAttribute(ERROR_EXCEPTION);
        if (cause instanceof Error error) {
            OutOfMemory.told(error);
        }
        if (cause instanceof HttpException bad) {
            return new RequestDefect(bad.getCode(), reason(bad, request), JettyReasons.told(bad, request));
        }
        if (cause instanceof IOException) {
            return RequestDefect.of(HttpStatus.BAD_REQUEST_400, "The client left");
        }
        int told = cause instanceof TimeoutException ? HttpStatus.REQUEST_TIMEOUT_408 : status;
        return RequestDefect.of(told, HttpStatus.getMessage(told));
    }

    private static String reason(HttpException bad, Request request) {
        if (bad.getReason() != null) {
            return bad.getReason();
        }
        return PortEndPoint.of(request).rejected().isPresent() ? "Bad URI" : HttpStatus.getMessage(bad.getCode());
    }

    /** The site's reply; if that fails too, only the status. */
    static Reply word(RequestHandler site, RequestLine line, RequestDefect defect) {
        try {
            return site.answer(line.unreadable(defect)) instanceof Reply reply ? reply : Reply.empty(defect.status());
        } catch (Throwable e) {
            System.getLogger("dev.sandbank").log(Level.WARNING, "Cannot word a refusal", e);
            return Reply.empty(defect.status());
        }
    }

    /** Says in plain words why Jetty refuses a request before Sandbank sees it. */
    private static final class JettyReasons {

        private static final String CHARACTER = "Illegal character ";

        private static final String ESCAPE = "the path has an escape without two hexadecimal digits";

        private static final Map<String, String> WORDS = Map.ofEntries(
                Map.entry("No Host", "the header field Host is missing"),
                Map.entry("Blank Host", "the header field Host is empty"),
                Map.entry("Duplicate Host Header", "the request has two header fields Host"),
                Map.entry("Bad HostPort", "the header field Host is not a host, or a host and a port"),
                Map.entry("No URI", "the request line has no target"),
                Map.entry("Unknown Version", "the request line does not end with a version of HTTP, such as HTTP/1.1"),
                Map.entry("Unsupported Version", "the version of HTTP is not supported; use HTTP/1.1"),
                Map.entry("HTTP/0.9 not supported", "the request line names no version of HTTP, such as HTTP/1.1"),
                Map.entry("Upgrade Required", "the client speaks HTTP/2 without an upgrade; use HTTP/1.1"),
                Map.entry("Invalid h2c upgrade headers", "the header fields of an upgrade to HTTP/2 are not complete"),
                Map.entry("Line Folding not supported", "a header field continues on the next line"),
                Map.entry("Invalid Content-Length Value", "the header field Content-Length is not a number of bytes"),
                Map.entry("Multiple Content-Lengths", "the request has two different Content-Length header fields"),
                Map.entry(
                        "Transfer-Encoding and Content-Length",
                        "the request has both Transfer-Encoding and Content-Length"),
                Map.entry("Bad Transfer-Encoding, chunked not last", "the last Transfer-Encoding is not chunked"),
                Map.entry("Bad Transfer-Encoding, multiple chunked tokens", "the Transfer-Encoding is chunked twice"),
                Map.entry("long overflow", "the header field Content-Length is not a number of bytes"),
                Map.entry("Relative path with authority", "the target does not begin with a slash"),
                Map.entry("Illegal character in path", "the path has a character that must be left out"),
                Map.entry("Bad URI % encoding", ESCAPE),
                Map.entry("Bad URI", "the path leads above its root, or cannot be read at all"));

        private static final Map<Integer, String> OF_STATUSES = Map.of(
                414, "the request line is too long",
                417, "the header field Expect must be 100-continue",
                431, "the header fields together are too large");

        private static final Map<Violation, String> OF_TARGETS = Map.of(
                Violation.AMBIGUOUS_PATH_SEPARATOR, "the path has an escaped slash",
                Violation.AMBIGUOUS_PATH_ENCODING, "the path has an escaped percent sign",
                Violation.AMBIGUOUS_PATH_SEGMENT, "the path has an escaped dot segment",
                Violation.AMBIGUOUS_PATH_PARAMETER, "the path has a parameter at a dot segment",
                Violation.BAD_UTF8_ENCODING, "the path has an escape that is not UTF-8",
                Violation.BAD_PERCENT_ENCODING, ESCAPE,
                Violation.SUSPICIOUS_PATH_CHARACTERS, "the path has a character that must be escaped or left out",
                Violation.ILLEGAL_PATH_CHARACTERS, "the path has a character that must be escaped");

        private JettyReasons() {}

        static String told(HttpException bad, Request request) {
            return ofTarget(request.getHttpURI())
                    .or(() -> Optional.ofNullable(OF_STATUSES.get(bad.getCode())))
                    .orElseGet(() -> ofHead(bad));
        }

        private static Optional<String> ofTarget(HttpURI target) {
            if (target.hasViolation(Violation.AMBIGUOUS_EMPTY_SEGMENT)) {
                return Optional.of(
                        "the path has an empty segment, as from a base URL that ends with a slash; did you mean "
                                + target.getPath().replaceAll("/{2,}", "/"));
            }
            return target.getViolations().stream()
                    .map(OF_TARGETS::get)
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        /** The reason for a bad head, from the text of Jetty's exception or of its cause. */
        private static String ofHead(HttpException bad) {
            String reason = Objects.requireNonNullElse(bad.getReason(), HttpStatus.getMessage(bad.getCode()));
            Throwable cause = bad instanceof Throwable thrown ? thrown.getCause() : null;
            if (cause instanceof NumberFormatException && !WORDS.containsKey(reason)) {
                return ESCAPE;
            }
            if (reason.startsWith(CHARACTER)) {
                return "a character is not allowed where it stands: " + reason.substring(CHARACTER.length());
            }
            String deeper = cause == null ? "" : String.valueOf(cause.getMessage());
            return WORDS.getOrDefault(reason, WORDS.getOrDefault(deeper, reason));
        }
    }
}
