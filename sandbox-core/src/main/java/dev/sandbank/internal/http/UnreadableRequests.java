package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.RequestDefect;
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
        RequestLine line = RequestLine.of(request);
        Reply reply = word(PortEndPoint.of(request).listening().site(), line, defect(request, response.getStatus()));
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

    /** The site's words; if even those fail, the bare status. */
    static Reply word(RequestHandler site, RequestLine line, RequestDefect defect) {
        try {
            return site.answer(line.unreadable(defect)) instanceof Reply reply ? reply : Reply.empty(defect.status());
        } catch (Throwable e) {
            System.getLogger("dev.sandbank").log(Level.WARNING, "Cannot word a refusal", e);
            return Reply.empty(defect.status());
        }
    }
}
