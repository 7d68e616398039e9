package dev.sandbank.internal.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to everything that servers of this process log; what banks log that other tests ask beside it is not theirs. */
final class LogLines extends Handler implements AutoCloseable {

    final List<LogRecord> records = new CopyOnWriteArrayList<>();

    static LogLines listen() {
        LogLines lines = new LogLines();
        Logger.getLogger("").addHandler(lines);
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        String place = String.valueOf(line.getSourceClassName());
        if (!place.startsWith("dev.sandbank.") || place.startsWith("dev.sandbank.internal.http.")) {
            records.add(line);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
