package dev.sandbank.internal.cli;

import java.lang.reflect.InvocationTargetException;

/**
 * Where the runnable jar begins: tells an older Java in one sentence what it lacks, and leads every other on.
 *
 * <p>Compiled for Java 8 and on its own: it may name nothing of the rest, which an older Java cannot load.
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

    /** What is wrong with a Java of this specification version, or nothing if it will do. */
    static String objectionTo(String version) {
        return majorOf(version) < OLDEST ? "Sandbank needs Java 17 or later; this is Java " + version + "." : "";
    }

    /** Before Java 9 a version such as {@code 1.8} was written; one that nobody understands is taken to be newer. */
    private static int majorOf(String version) {
        String major = version.startsWith("1.") ? version.substring(2) : version;
        return major.matches("[0-9]{1,9}") ? Integer.parseInt(major) : OLDEST;
    }
}
