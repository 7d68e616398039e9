package dev.sandbank.junit.internal.lifecycle;

import java.util.Map;

/** Moves fixed ports in builds that run tests in several JVMs at the same time: each JVM adds its own offset to them. */
public final class ForkPorts {

    /** The offset, such as the number of a Surefire fork. */
    static final String OFFSET = "sandbank.port.offset";

    /** The number of forks, for builds that number them without end, like Gradle. */
    static final String FORKS = "sandbank.port.forks";

    private static final String GRADLE_WORKER = "org.gradle.test.worker";

    private ForkPorts() {}

    /** Returns the port for this JVM; 0, a free port, stays 0. */
    public static int of(int port) {
        return of(port, System.getProperties());
    }

    static int of(int port, Map<?, ?> properties) {
        return port == 0 ? 0 : port + offset(properties);
    }

    private static int offset(Map<?, ?> properties) {
        if (properties.containsKey(OFFSET)) {
            return number(OFFSET, properties);
        }
        return properties.containsKey(FORKS) && properties.containsKey(GRADLE_WORKER)
                ? number(GRADLE_WORKER, properties) % Math.max(1, number(FORKS, properties))
                : 0;
    }

    private static int number(String name, Map<?, ?> properties) {
        String text = String.valueOf(properties.get(name));
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("the system property " + name + " is not a number: " + text);
        }
        return Integer.parseInt(text);
    }
}
