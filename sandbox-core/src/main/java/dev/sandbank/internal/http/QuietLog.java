package dev.sandbank.internal.http;

import io.javalin.Javalin;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.HostPort;

/**
 * Keeps the libraries' own lines from a user's log: those on starting, and those on requests that are refused anyway.
 *
 * <p>The names are taken from the classes, so that in the published jar they are those of the relocated packages and
 * nobody else's loggers are touched. A level that the user has set stays.
 */
final class QuietLog {

    /** Held here, because the logging system forgets a logger that nobody holds, and its level with it. */
    private static final List<Logger> LIBRARIES = loggers(packageAbove(Server.class), Javalin.class.getPackageName());

    /** These warn of what a client sends. */
    private static final List<Logger> PARSERS = loggers(HttpParser.class.getName(), HostPort.class.getName());

    private QuietLog() {}

    static void hush() {
        limit(LIBRARIES, Level.WARNING);
        limit(PARSERS, Level.SEVERE);
    }

    private static void limit(List<Logger> loggers, Level level) {
        loggers.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(level));
    }

    private static List<Logger> loggers(String... names) {
        return Stream.of(names).map(Logger::getLogger).toList();
    }

    private static String packageAbove(Class<?> type) {
        String name = type.getPackageName();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
