package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.RequestDefect;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.text.UrlEncoded;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/** A request whose content is arriving: without a thread, it gathers up to {@link Port#MAX_BODY} of the content, or counts it. */
final class IncomingRequest extends org.eclipse.jetty.server.Request.Wrapper {

    /** How much is read and thrown away beyond the limit, so that a client that is still sending gets its reply. */
    private static final long MAX_DISCARDED = 16L * 1024 * 1024;

    /** The longest target: a thousand ids fit, with escaped commas between them. */
    private static final int MAX_TARGET = 64 * 1024;

    private final ByteBudget budget;
    private final @Nullable UploadForm upload;
    private final Request head;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(0);
    private @Nullable RequestDefect defect;
    private boolean tooLarge;
    private boolean crowded;
    private long discarded;
    private long held;

    /** @param upload reads the content as an upload, or null if the content is kept */
    IncomingRequest(org.eclipse.jetty.server.Request request, ByteBudget budget, @Nullable UploadForm upload) {
        super(request);
        this.budget = budget;
        this.upload = upload;
        this.tooLarge = request.getLength() > (upload == null ? Port.MAX_BODY : UploadForm.MAX);
        this.head = head(request);
        this.defect = head.body().defect().orElse(null);
    }

    static IncomingRequest of(org.eclipse.jetty.server.Request request) {
        return org.eclipse.jetty.server.Request.as(request, IncomingRequest.class);
    }

    /** Runs a task when all of the content has arrived, or no more of it is wanted. No thread waits for it. */
    void whenWhole(Runnable whole) {
        if (isWhole()) {
            whole.run();
        } else {
            demand(() -> whenWhole(whole));
        }
    }

    private boolean isWhole() {
        try {
            return !isWanted() || takeAll();
        } catch (RuntimeException e) {
            fail(unreadable(e));
            return true;
        }
    }

    /** Whether the content is read at all: if a client asks first ({@code Expect: 100-continue}), it need not send what is too large. */
    private boolean isWanted() {
        return defect == null && !(tooLarge && getHeaders().contains(HttpHeader.EXPECT));
    }

    /** Takes the content that has arrived; returns false if more is to come. */
    private boolean takeAll() {
        for (Content.Chunk chunk = read(); chunk != null; chunk = read()) {
            if (Content.Chunk.isFailure(chunk)) {
                fail(unreadable(chunk.getFailure()));
                return true;
            }
            take(chunk.getByteBuffer(), chunk.isLast());
            chunk.release();
            if (chunk.isLast() || defect != null || discarded >= MAX_DISCARDED) {
                return true;
            }
        }
        return false;
    }

    private void take(ByteBuffer bytes, boolean last) {
        int length = bytes.remaining();
        if (upload != null) {
            tooLarge |= !upload.take(bytes, last);
            discarded += tooLarge ? length : 0;
            return;
        }
        tooLarge |= held + length > Port.MAX_BODY;
        crowded |= !tooLarge && !crowded && !budget.take(length);
        if (tooLarge || crowded) {
            discarded += length;
            forget();
        } else {
            held += length;
            content.writeBytes(BufferUtil.toArray(bytes));
        }
    }

    private void fail(RequestDefect why) {
        defect = why;
        forget();
    }

    private void forget() {
        content.reset();
        release();
    }

    /** Gives the bytes of its content back to the budget. */
    void release() {
        budget.giveBack(held);
        held = 0;
    }

    /** The request as it arrived; if it is unreadable, only its first line. */
    Request whole() {
        if (crowded) {
            fail(RequestDefect.of(
                    HttpStatus.SERVICE_UNAVAILABLE_503, "Sandbank is receiving too much content at once"));
        }
        return defect != null
                ? RequestLine.of(this).unreadable(defect)
                : head.withBody(
                        tooLarge ? Body.TOO_LARGE : upload == null ? Body.of(content.toByteArray()) : upload.told());
    }

    private static Request head(org.eclipse.jetty.server.Request request) {
        HttpURI target = request.getHttpURI();
        String path = Objects.requireNonNullElse(target.getPath(), "");
        String query = Objects.requireNonNullElse(target.getQuery(), "");
        RequestLine line = RequestLine.of(request);
        if (path.length() + query.length() > MAX_TARGET) {
            String cause = "the path and the query are longer than " + MAX_TARGET + " characters";
            return line.unreadable(new RequestDefect(HttpStatus.URI_TOO_LONG_414, "URI Too Long", cause));
        }
        try {
            Fields parameters = UrlEncoded.parse(query);
            return new Request(request.getMethod(), path, query, parameters, fields(request.getHeaders()), Body.EMPTY);
        } catch (IllegalArgumentException e) {
            return line.unreadable(RequestDefect.of(HttpStatus.BAD_REQUEST_400, "Bad query: " + e.getMessage()));
        }
    }

    private static Fields fields(HttpFields fields) {
        Fields headers = Fields.headers();
        for (HttpField field : fields) {
            headers.add(field.getName(), Objects.requireNonNullElse(field.getValue(), ""));
        }
        return headers;
    }

    private static RequestDefect unreadable(Throwable cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof HttpException bad) {
                return RequestDefect.of(bad.getCode(), "Bad body: " + bad.getReason());
            }
            if (e instanceof TimeoutException) {
                return RequestDefect.of(HttpStatus.REQUEST_TIMEOUT_408, "Body did not arrive in time");
            }
        }
        return RequestDefect.of(HttpStatus.BAD_REQUEST_400, "Body ended early");
    }
}
