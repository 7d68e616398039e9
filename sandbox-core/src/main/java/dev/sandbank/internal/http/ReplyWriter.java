package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Sends replies, saying no more than they say themselves. */
final class ReplyWriter {

    private ReplyWriter() {}

    /** The servlet's own way to set headers is avoided: it rewrites content types. */
    static void send(Reply reply, Response head, HttpServletResponse response) throws IOException {
        response.setContentType(null);
        putHead(reply, head);
        if (mayHaveBody(reply.status())) {
            byte[] body = bytes(reply);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** Its head and half of its content; the head promises all of it. */
    static void sendPart(Reply reply, Response head, HttpServletResponse response) throws IOException {
        response.setContentType(null);
        putHead(reply, head);
        byte[] body = bytes(reply);
        response.setContentLength(Math.max(1, body.length));
        response.getOutputStream().write(body, 0, body.length / 2);
        response.flushBuffer();
    }

    /** For replies that cannot be sent: nothing but a status. */
    static void sendBare(int status, HttpServletResponse response) {
        if (!response.isCommitted()) {
            response.reset();
            response.setStatus(status);
        }
    }

    /** For replies that never reach the application. */
    static void send(Reply reply, Response response, Callback callback) {
        putHead(reply, response);
        if (mayHaveBody(reply.status())) {
            byte[] body = bytes(reply);
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
            response.write(true, ByteBuffer.wrap(body), callback);
        } else {
            response.write(true, BufferUtil.EMPTY_BUFFER, callback);
        }
    }

    private static void putHead(Reply reply, Response head) {
        head.setStatus(reply.status());
        reply.headers().forEach(head.getHeaders()::put);
    }

    private static boolean mayHaveBody(int status) {
        return status != HttpServletResponse.SC_NO_CONTENT && status != HttpServletResponse.SC_NOT_MODIFIED;
    }

    private static byte[] bytes(Reply reply) {
        return reply.body().getBytes(StandardCharsets.UTF_8);
    }
}
