package dev.sandbank.internal.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets a request take a thread only when all of it has arrived and its site has room for one more. */
final class WholeRequests extends Handler.Wrapper {

    WholeRequests(Handler next) {
        super(next);
    }

    /** Handles a request. While it waits for room, its connection does not count as idle. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        request.addIdleTimeoutListener(expired -> false);
        PortEndPoint connection = PortEndPoint.of(request);
        PortBinding listening = connection.listening();
        String path = request.getHttpURI().getPath();
        UploadForm upload = connection.site().isForUploads(path) ? UploadForm.of(request) : null;
        IncomingRequest incoming = new IncomingRequest(request, listening.bodies(), upload);
        CallQueue calls = listening.calls(path);
        listening.requests().begin();
        Runnable call = () -> pass(incoming, response, Callback.from(callback, () -> {
            incoming.release();
            listening.requests().end();
        }));
        incoming.whenWhole(() -> calls.serve(call));
        return true;
    }

    private void pass(IncomingRequest request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }
}
