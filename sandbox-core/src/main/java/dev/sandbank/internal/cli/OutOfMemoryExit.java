package dev.sandbank.internal.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Ends the process when its memory does not do: one that goes on would accept connections and answer nobody.
 *
 * <p>What it needs then is made beforehand, because then nothing can be made.
 */
final class OutOfMemoryExit implements Thread.UncaughtExceptionHandler {

    /** What a Java that is told to exit by itself ends with. */
    static final int CODE = 3;

    private final byte[] sentence =
            "sandbank: out of memory; give Java a larger heap, such as -Xmx1g\n".getBytes(StandardCharsets.UTF_8);
    private final FileOutputStream stream = new FileOutputStream(FileDescriptor.err);
    private final PrintStream err;
    private boolean told;

    /** @param err where everything else is told that nobody catches, as Java does */
    OutOfMemoryExit(PrintStream err) {
        this.err = err;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof OutOfMemoryError) {
                exit();
            }
        }
        err.println("Exception in thread \"" + thread.getName() + "\"");
        failure.printStackTrace(err);
    }

    /** At once: whatever would run at an orderly end needs memory. Another thread may want the same: it is told once. */
    private synchronized void exit() {
        if (!told) {
            told = true;
            tell();
        }
        while (true) {
            try {
                Runtime.getRuntime().halt(CODE);
            } catch (OutOfMemoryError thereIsNotEvenMemoryForThis) {
                Thread.onSpinWait();
            }
        }
    }

    private void tell() {
        try {
            stream.write(sentence);
        } catch (IOException nobodyListens) {
            Runtime.getRuntime().halt(CODE);
        }
    }
}
