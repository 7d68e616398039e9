package dev.sandbank.internal.http;

/** Tells the process that its memory does not do, which no reply can mend. */
final class OutOfMemory {

    private OutOfMemory() {}

    /**
     * Hands an {@link OutOfMemoryError} to the handler of this thread for what nobody catches, as if nobody had caught it;
     * false if this failure is none and has none for a cause.
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
