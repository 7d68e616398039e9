package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Body;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/** A request on its way in: its head is there, its content is gathered as it comes, up to {@link Port#MAX_BODY}, without a thread. */
final class IncomingRequest extends Request.Wrapper {

    /** What is read and thrown away beyond the bound, so that a client which is still sending gets its reply. */
    private static final long MAX_DISCARDED = 16L * 1024 * 1024;

    private final ByteBudget budget;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(0);
    private dev.sandbank.internal.model.@Nullable Request head;
    private @Nullable UnreadableException flaw;
    private boolean tooLarge;
    private boolean crowded;
    private long discarded;
    private long held;

    IncomingRequest(Request request, ByteBudget budget) {
        super(request);
        this.budget = budget;
        this.tooLarge = request.getLength() > Port.MAX_BODY;
        try {
            head = Requests.head(request);
        } catch (UnreadableException e) {
            flaw = e;
        }
    }

    static IncomingRequest of(Request request) {
        return Request.as(request, IncomingRequest.class);
    }

    /** Runs something once all of the content is there, or no more of it is wanted; until then no thread waits for that. */
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

    /** A client that asks first ({@code Expect: 100-continue}) is spared the sending of what is too large. */
    private boolean isWanted() {
        return flaw == null && !(tooLarge && getHeaders().contains(HttpHeader.EXPECT));
    }

    /** Takes what is there; false if there is more to come. */
    private boolean takeAll() {
        for (Content.Chunk chunk = read(); chunk != null; chunk = read()) {
            if (Content.Chunk.isFailure(chunk)) {
                fail(unreadable(chunk.getFailure()));
                return true;
            }
            take(chunk.getByteBuffer());
            chunk.release();
            if (chunk.isLast() || flaw != null || discarded >= MAX_DISCARDED) {
                return true;
            }
        }
        return false;
    }

    private void take(ByteBuffer bytes) {
        int length = bytes.remaining();
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

    private void fail(UnreadableException why) {
        flaw = why;
        forget();
    }

    private void forget() {
        content.reset();
        release();
    }

    /** Gives back what its content takes of the budget. */
    void release() {
        budget.giveBack(held);
        held = 0;
    }

    /** @throws UnreadableException if what arrived cannot become a request */
    dev.sandbank.internal.model.Request whole() throws UnreadableException {
        if (crowded) {
            throw new UnreadableException(HttpStatus.SERVICE_UNAVAILABLE_503, "Too much content is on its way in");
        }
        if (flaw != null || head == null) {
            throw flaw;
        }
        return head.withBody(tooLarge ? Body.TOO_LARGE : Body.of(content.toByteArray()));
    }

    private static UnreadableException unreadable(Throwable cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof HttpException bad) {
                return new UnreadableException(bad.getCode(), "Bad body: " + bad.getReason());
            }
            if (e instanceof TimeoutException) {
                return new UnreadableException(HttpStatus.REQUEST_TIMEOUT_408, "Body did not arrive in time");
            }
        }
        return new UnreadableException(HttpStatus.BAD_REQUEST_400, "Body ended early");
    }
}
