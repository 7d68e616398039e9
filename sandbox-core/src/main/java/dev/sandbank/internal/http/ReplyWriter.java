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

/** Sends replies as they are, with no more headers than they need. */
final class ReplyWriter {

    private ReplyWriter() {}

    /** Sends a reply. Does not use the servlet API for headers, because it rewrites content types. */
    static void send(Reply reply, Response head, HttpServletResponse response) throws IOException {
        response.setContentType(null);
        putHead(reply, head);
        if (mayHaveBody(reply.status())) {
            byte[] body = bytes(reply);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** Sends the head of a reply, which announces all of the content, and half of the content. */
    static void sendPart(Reply reply, Response head, HttpServletResponse response) throws IOException {
        response.setContentType(null);
        putHead(reply, head);
        byte[] body = bytes(reply);
        response.setContentLength(Math.max(1, body.length));
        response.getOutputStream().write(body, 0, body.length / 2);
        response.flushBuffer();
    }

    /** Sends a piece of the content at once, after the head if it is the first: the reply has no length. */
    static void sendOn(Reply part, Response head, HttpServletResponse response, boolean first) throws IOException {
        if (first) {
            response.setContentType(null);
            putHead(part, head);
        }
        response.getOutputStream().write(bytes(part));
        response.flushBuffer();
    }

    /** Sends only a status, in place of a reply that cannot be sent. */
    static void sendBare(int status, HttpServletResponse response) {
        if (!response.isCommitted()) {
            response.reset();
            response.setStatus(status);
        }
    }

    /** Sends a reply to a request that does not reach the application. */
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
