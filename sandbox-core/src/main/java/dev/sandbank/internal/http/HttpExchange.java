package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Outcome.Later;
import dev.sandbank.internal.model.Outcome.Part;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.RequestDefect;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

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
    private volatile boolean begun;

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
        if (outcome instanceof Reply reply) {
            send(reply);
        } else {
            CompletableFuture<Void> done = new CompletableFuture<>();
            context.future(() -> done);
            goOn(outcome, done);
        }
    }

    /** Does what is next: the exchange is done with a reply, or when the last part is sent. */
    private void goOn(Outcome outcome, CompletableFuture<Void> done) {
        if (outcome instanceof Later later) {
            Executor calls = listening.calls(request.getHttpURI().getPath());
            CompletionStage<Void> next = listening
                    .over(later, begun)
                    .thenRunAsync(() -> goOn(outcome(() -> later.then().get()), done), calls);
            next.whenComplete((over, failed) -> end(done, failed));
        } else if (outcome instanceof Part part && isSent(part)) {
            goOn(outcome(() -> part.rest().get()), done);
        } else {
            if (outcome instanceof Reply reply && !begun) {
                send(reply);
            }
            done.complete(null);
        }
    }

    private static void end(CompletableFuture<Void> done, @Nullable Throwable failed) {
        if (failed != null) {
            done.completeExceptionally(failed);
        }
    }

    /** Sends a part; returns false if nothing follows, because the caller went away or the port waits for its last replies. */
    private boolean isSent(Part part) {
        boolean first = !begun;
        boolean goesOn = false;
        begun = true;
        try {
            ReplyWriter.sendOn(part.reply(), head, response, first);
            goesOn = !listening.requests().areLast();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The client went away between the parts of its reply", e);
        } finally {
            if (!goesOn) {
                part.gone().run();
            }
        }
        return goesOn;
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
