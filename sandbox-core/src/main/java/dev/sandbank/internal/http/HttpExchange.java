package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Outcome.Later;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.RequestDefect;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Response;

/** One request and its reply. */
final class HttpExchange {

    private static final Logger LOG = System.getLogger("dev.sandbank");

    private static final Reply NOTHING =
            Reply.empty(HttpServletResponse.SC_SERVICE_UNAVAILABLE).delivered(Reply.Delivery.NOT_AT_ALL);

    private final Context context;
    private final HttpServletResponse response;
    private final IncomingRequest request;
    private final RequestLine line;
    private final PortEndPoint connection;
    private final PortBinding listening;
    private final Response head;

    HttpExchange(Context context) {
        this.context = context;
        this.response = context.res();
        ServletContextRequest carrier = ServletContextRequest.getServletContextRequest(context.req());
        request = IncomingRequest.of(carrier);
        line = RequestLine.of(carrier);
        connection = PortEndPoint.of(carrier);
        listening = connection.listening();
        head = carrier.getServletContextResponse().getWrapped();
    }

    /** Answers now, or gives the thread back and goes on later on another. */
    void run() {
        Outcome outcome = outcome(() -> connection.site().answer(request.whole()));
        if (outcome instanceof Later later) {
            context.future(() -> over(later));
        } else if (outcome instanceof Reply reply) {
            send(reply);
        }
    }

    private CompletableFuture<Void> over(Later later) {
        Executor calls = listening.calls(request.getHttpURI().getPath());
        return listening
                .over(later)
                .thenComposeAsync(done -> settled(outcome(() -> later.then().get())), calls);
    }

    private CompletableFuture<Void> settled(Outcome outcome) {
        if (outcome instanceof Reply reply) {
            send(reply);
        }
        return outcome instanceof Later later ? over(later) : CompletableFuture.completedFuture(null);
    }

    /** Asks the site, unless the port is closed; then nothing is sent. */
    private Outcome outcome(Callable<Outcome> work) {
        try {
            return listening.isOpen() ? work.call() : NOTHING;
        } catch (Throwable e) {
            warn(e);
            return UnreadableRequests.word(
                    connection.site(),
                    line,
                    RequestDefect.of(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "Internal Error"));
        }
    }

    private void send(Reply reply) {
        if (listening.requests().areLast()) {
            head.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        try {
            deliver(reply);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The client went away before its reply", e);
        } catch (RuntimeException e) {
            warn(e);
            ReplyWriter.sendBare(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, response);
        }
    }

    /** Sends a reply, as much of it as is to arrive. If that is not all, the connection is closed. */
    private void deliver(Reply reply) throws IOException {
        switch (reply.delivery()) {
            case WHOLE -> ReplyWriter.send(reply, head, response);
            case IN_PART -> {
                ReplyWriter.sendPart(reply, head, response);
                connection.close();
            }
            case NOT_AT_ALL -> connection.close();
        }
    }

    /** Logs a bug of Sandbank, unless the failure is because the port was closed. Does not log the query, which may be secret. */
    private void warn(Throwable cause) {
        if (listening.isOpen() && !OutOfMemory.told(cause)) {
            String path = request.getHttpURI().getPath();
            LOG.log(Level.WARNING, "Cannot answer " + line.method() + " " + path, cause);
        }
    }
}
