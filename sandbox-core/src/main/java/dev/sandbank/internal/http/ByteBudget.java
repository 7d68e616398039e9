package dev.sandbank.internal.http;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How many bytes may be held at once; a part of a larger budget takes from that as well. */
final class ByteBudget {

    private final AtomicLong left;
    private final @Nullable ByteBudget whole;

    private ByteBudget(long most, @Nullable ByteBudget whole) {
        this.left = new AtomicLong(most);
        this.whole = whole;
    }

    static ByteBudget of(long most) {
        return new ByteBudget(most, null);
    }

    ByteBudget part(long most) {
        return new ByteBudget(most, this);
    }

    /** Takes so many bytes, or none and says false if there are not as many left. */
    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0 && (whole == null || whole.take(bytes))) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
        if (whole != null) {
            whole.giveBack(bytes);
        }
    }
}
