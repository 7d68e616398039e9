package dev.sandbank.internal.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A stream whose lines a test can wait for. */
final class Lines extends OutputStream {

    private static final int PATIENCE_SECONDS = 60;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final BlockingQueue<String> complete = new LinkedBlockingQueue<>();

    PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int character) {
        if (character == '\n') {
            complete.add(line.toString(StandardCharsets.UTF_8));
            line.reset();
        } else {
            line.write(character);
        }
    }

    String next() throws InterruptedException {
        String next = complete.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no line came");
        }
        return next;
    }

    /** How many lines nobody has waited for, an unfinished one included. */
    synchronized int left() {
        return complete.size() + (line.size() == 0 ? 0 : 1);
    }
}
