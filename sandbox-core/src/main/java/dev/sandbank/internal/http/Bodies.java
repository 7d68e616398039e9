package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Body;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;

/** Reads request bodies, up to {@link Port#MAX_BODY}. */
final class Bodies {

    /** What is read and thrown away beyond the bound, so that a client which is still sending gets its reply. */
    private static final long MAX_DISCARDED = 16L * 1024 * 1024;

    private Bodies() {}

    static Body read(HttpServletRequest request) throws UnreadableException {
        try {
            return request.getContentLengthLong() > Port.MAX_BODY ? tooLarge(request) : read(request.getInputStream());
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static Body read(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(Port.MAX_BODY + 1);
        if (bytes.length > Port.MAX_BODY) {
            discard(content);
            return Body.TOO_LARGE;
        }
        return Body.of(bytes);
    }

    /** A client that asks first ({@code Expect: 100-continue}) is spared the sending. */
    private static Body tooLarge(HttpServletRequest request) throws IOException {
        if (request.getHeader("Expect") == null) {
            discard(request.getInputStream());
        }
        return Body.TOO_LARGE;
    }

    private static void discard(InputStream content) throws IOException {
        long left = MAX_DISCARDED;
        byte[] buffer = new byte[16 * 1024];
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = content.read(buffer);
        }
    }

    private static UnreadableException unreadable(Exception cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof HttpException bad) {
                return new UnreadableException(bad.getCode(), "Bad body: " + bad.getReason());
            }
            if (e instanceof TimeoutException) {
                return new UnreadableException(HttpServletResponse.SC_REQUEST_TIMEOUT, "Body did not arrive in time");
            }
        }
        return new UnreadableException(HttpServletResponse.SC_BAD_REQUEST, "Body ended early");
    }
}
