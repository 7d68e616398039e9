package dev.sandbank.internal.http;

/** Reports to the process that its memory is exhausted, because no reply can help with that. */
final class OutOfMemory {

    private OutOfMemory() {}

    /**
     * Hands an {@link OutOfMemoryError} to this thread's handler for uncaught exceptions; returns false if neither the failure nor its
     * cause is one.
     */
    static boolean told(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof OutOfMemoryError) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
                return true;
            }
        }
        return false;
    }
}
