package user.old;

import ch.qos.logback.classic.LoggerContext;
import java.lang.management.ManagementFactory;
import java.security.Provider;
import java.security.Security;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Jetty;
import org.slf4j.LoggerFactory;

/** What all code in a process shares, under names that a failing test prints. */
record Surroundings(Map<String, String> settings) {

    /** Taken when {@link BeforeAnyTest} first asks for it. */
    static final Surroundings BEFORE = now();

    static Surroundings now() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("the user's Jetty", Jetty.VERSION);
        settings.put("JDBC drivers", drivers().toString());
        settings.put(
                "locale, time zone",
                Locale.getDefault() + ", " + TimeZone.getDefault().getID());
        settings.put(
                "security providers",
                Stream.of(Security.getProviders())
                        .map(Provider::getName)
                        .toList()
                        .toString());
        settings.put("for uncaught exceptions", String.valueOf(Thread.getDefaultUncaughtExceptionHandler()));
        settings.put(
                "management beans",
                ManagementFactory.getPlatformMBeanServer().getMBeanCount().toString());
        settings.put("java.util.logging", javaLogging().toString());
        settings.put("logback", logback().toString());
        settings.putAll(systemProperties());
        return new Surroundings(settings);
    }

    /** Only what is different, as it was and as it is. */
    Map<String, String> changesSince(Surroundings before) {
        Map<String, String> changes = new TreeMap<>();
        Set<String> names = new TreeSet<>(settings.keySet());
        names.addAll(before.settings.keySet());
        for (String name : names) {
            if (!Objects.equals(settings.get(name), before.settings.get(name))) {
                changes.put(name, before.settings.get(name) + " -> " + settings.get(name));
            }
        }
        return changes;
    }

    /** But for those in Sandbank's own name. */
    private static Map<String, String> systemProperties() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> !name.startsWith("dev.sandbank."))
                .collect(Collectors.toMap(name -> "-D" + name, System::getProperty));
    }

    private static List<String> drivers() {
        return DriverManager.drivers()
                .map(driver -> driver.getClass().getName())
                .sorted()
                .toList();
    }

    /** Every logger of others that has a level or a handler of its own, the root's among them. */
    private static Map<String, String> javaLogging() {
        Map<String, String> loggers = new TreeMap<>();
        for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            Logger logger = LogManager.getLogManager().getLogger(name);
            if (logger != null && !name.startsWith("dev.sandbank") && isSet(logger)) {
                loggers.put(name, logger.getLevel() + " " + handlers(logger) + " " + logger.getUseParentHandlers());
            }
        }
        return loggers;
    }

    private static boolean isSet(Logger logger) {
        return logger.getLevel() != null || logger.getHandlers().length > 0 || !logger.getUseParentHandlers();
    }

    private static List<String> handlers(Logger logger) {
        return Stream.of(logger.getHandlers())
                .map(Handler::getClass)
                .map(Class::getName)
                .toList();
    }

    /** Every logger that has a level of its own; nobody but the user has any. */
    private static Map<String, String> logback() {
        Map<String, String> loggers = new TreeMap<>();
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLoggerList().stream()
                        .filter(logger -> Objects.nonNull(logger.getLevel())
                                || logger.getName().contains("sandbank"))
                        .forEach(logger -> loggers.put(logger.getName(), String.valueOf(logger.getLevel())));
        return loggers;
    }
}
