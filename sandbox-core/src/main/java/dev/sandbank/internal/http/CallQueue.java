package dev.sandbank.internal.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many calls of one port are in service at once, each on a thread. The others wait without a thread.
 *
 * <p>So a site that blocks does not take the threads of the others. When the port closes, the waiting calls go on and find it closed.
 */
final class CallQueue implements Executor {

    private final Executor threads;
    private final int mostInService;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int inService;
    private boolean open = true;

    CallQueue(Executor threads, int mostInService) {
        this.threads = threads;
        this.mostInService = mostInService;
    }

    /** Serves a call on this thread if there is room, or later on another. */
    void serve(Runnable call) {
        if (admit(call)) {
            run(call);
        }
    }

    /** Serves a call on another thread. */
    @Override
    public void execute(Runnable call) {
        if (admit(call)) {
            threads.execute(() -> run(call));
        }
    }

    private synchronized boolean admit(Runnable call) {
        if (open && inService >= mostInService) {
            waiting.add(call);
            return false;
        }
        inService++;
        return true;
    }

    private void run(Runnable call) {
        try {
            call.run();
        } finally {
            Runnable next = next();
            if (next != null) {
                threads.execute(() -> run(next));
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = waiting.poll();
        if (next == null) {
            inService--;
        }
        return next;
    }

    void close() {
        Queue<Runnable> left = letThrough();
        left.forEach(threads::execute);
    }

    private synchronized Queue<Runnable> letThrough() {
        open = false;
        Queue<Runnable> left = new ArrayDeque<>(waiting);
        waiting.clear();
        return left;
    }
}
