package dev.sandbank.internal.http;

import java.util.List;

/** The threads of the front, known by their names. */
final class OurThreads {

    private OurThreads() {}

    static List<Thread> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sandbank-"))
                .toList();
    }
}
