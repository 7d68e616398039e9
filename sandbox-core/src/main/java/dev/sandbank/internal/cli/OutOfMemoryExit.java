package dev.sandbank.internal.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Ends the process when it runs out of memory, because otherwise it would accept connections and answer none.
 *
 * <p>It creates everything that it needs in advance, because at that moment it cannot create anything.
 */
final class OutOfMemoryExit implements Thread.UncaughtExceptionHandler {

    /** The exit code of a Java that is told to exit when memory runs out. */
    static final int CODE = 3;

    private final byte[] sentence =
            "sandbank: out of memory; give Java a larger heap, such as -Xmx1g\n".getBytes(StandardCharsets.UTF_8);
    private final FileOutputStream stream = new FileOutputStream(FileDescriptor.err);
    private final PrintStream err;
    private boolean told;

    /** @param err where all other uncaught exceptions are printed, as Java does */
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

    /**
     * Exits at once, because an orderly exit needs memory. Other threads may fail the same way: the message is printed
     * once.
     */
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
