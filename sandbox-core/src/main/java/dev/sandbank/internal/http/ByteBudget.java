package dev.sandbank.internal.http;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Limits how many bytes are held at once. A budget can be a part of a larger one, and then takes from both. */
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

    /** Takes this many bytes; returns false and takes none if not enough are left. */
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
