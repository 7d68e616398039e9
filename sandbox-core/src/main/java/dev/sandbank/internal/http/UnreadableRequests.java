package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Reply;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Lets the site word what Jetty refuses on its own. */
final class UnreadableRequests extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String reason = HttpStatus.getMessage(status);
        Object cause = request.getAttribute(ERROR_EXCEPTION);
        if (cause instanceof Error error) {
            OutOfMemory.told(error);
        }
        if (cause instanceof HttpException bad) {
            status = bad.getCode();
            reason = reason(bad, request);
        } else if (cause instanceof IOException) {
            status = HttpStatus.BAD_REQUEST_400;
            reason = "The client left";
        } else if (cause instanceof TimeoutException) {
            status = HttpStatus.REQUEST_TIMEOUT_408;
            reason = HttpStatus.getMessage(status);
        }
        RequestHandler site = PortEndPoint.of(request).listening().site();
        RequestLine line = RequestLine.of(request);
        Reply reply = word(site, status, reason, line);
        if (!request.getConnectionMetaData().isPersistent()) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        ReplyWriter.send(line.method().equals("HEAD") ? reply.withoutBody() : reply, response, callback);
        return true;
    }

    private static String reason(HttpException bad, Request request) {
        if (bad.getReason() != null) {
            return bad.getReason();
        }
        return PortEndPoint.of(request).rejected().isPresent() ? "Bad URI" : HttpStatus.getMessage(bad.getCode());
    }

    /** The site's words; if even those fail, the bare status. */
    static Reply word(RequestHandler site, int status, String reason, RequestLine line) {
        try {
            return site.unreadable(status, reason, line.method(), line.target());
        } catch (Throwable e) {
            System.getLogger("dev.sandbank").log(Level.WARNING, "Cannot word a refusal", e);
            return Reply.empty(status);
        }
    }
}
