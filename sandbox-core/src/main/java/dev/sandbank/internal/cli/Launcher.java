package dev.sandbank.internal.cli;

import java.lang.reflect.InvocationTargetException;

/**
 * The entry point of the runnable jar: tells users of an older Java in one sentence what they need, and starts {@code
 * Main} on every other.
 *
 * <p>It is compiled separately, for Java 8, and must not use other classes, because an older Java cannot load them.
 */
public final class Launcher {

    private static final int OLDEST = 17;
    private static final String MAIN = "dev.sandbank.internal.cli.Main";

    private Launcher() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        String objection = objectionTo(System.getProperty("java.specification.version", ""));
        if (objection.isEmpty()) {
            lead(args);
        } else {
            System.err.println(objection);
            System.exit(1);
        }
    }

    private static void lead(String[] args) throws ReflectiveOperationException {
        try {
            Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException failed) {
            System.err.println("sandbank: cannot continue: " + failed.getCause());
            System.exit(1);
        }
    }

    /** Returns what is wrong with a Java of this specification version; empty if Sandbank runs on it. */
    static String objectionTo(String version) {
        return majorOf(version) < OLDEST ? "Sandbank needs Java 17 or later; this is Java " + version + "." : "";
    }

    /** Returns the major version: before Java 9 the form was {@code 1.8}; an unknown form is taken for a newer Java. */
    private static int majorOf(String version) {
        String major = version.startsWith("1.") ? version.substring(2) : version;
        return major.matches("[0-9]{1,9}") ? Integer.parseInt(major) : OLDEST;
    }
}
