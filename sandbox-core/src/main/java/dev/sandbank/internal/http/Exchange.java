package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Response;

/** One request and its reply. */
final class Exchange {

    private static final Logger LOG = System.getLogger("dev.sandbank");

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final RequestLine line;
    private final SiteEndPoint connection;
    private final Listening listening;
    private final Response head;

    Exchange(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
        ServletContextRequest carrier = ServletContextRequest.getServletContextRequest(request);
        line = RequestLine.of(carrier);
        connection = SiteEndPoint.of(carrier);
        listening = connection.listening();
        head = carrier.getServletContextResponse().getWrapped();
    }

    void run() {
        try {
            deliver(reply());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The client went away before its reply", e);
        } catch (RuntimeException e) {
            warn(e);
            Replies.sendBare(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, response);
        }
    }

    /** As far as it is to arrive; what ends too early takes the connection along. */
    private void deliver(Reply reply) throws IOException {
        switch (reply.delivery()) {
            case WHOLE -> Replies.send(reply, head, response);
            case IN_PART -> {
                Replies.sendPart(reply, head, response);
                connection.close();
            }
            case NOT_AT_ALL -> connection.close();
        }
    }

    private Reply reply() {
        try {
            return listening.site().answer(Requests.read(request));
        } catch (UnreadableException e) {
            return refuse(e.status(), e.reason());
        } catch (Throwable e) {
            warn(e);
            return refuse(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "Internal Error");
        }
    }

    private Reply refuse(int status, String reason) {
        return Refusals.word(listening.site(), status, reason, line);
    }

    /** Tells of a bug of ours; what breaks because its port was closed meanwhile is none. The query stays secret. */
    private void warn(Throwable cause) {
        if (listening.isOpen()) {
            LOG.log(Level.WARNING, "Cannot answer " + line.method() + " " + request.getRequestURI(), cause);
        }
    }
}
