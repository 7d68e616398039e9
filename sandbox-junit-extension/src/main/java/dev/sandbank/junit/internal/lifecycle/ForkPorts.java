package dev.sandbank.junit.internal.lifecycle;

import java.util.Map;

/** Fixed ports in builds that run tests in several JVMs at a time: each JVM is told how far its ports are from those that tests name. */
public final class ForkPorts {

    /** How far; what Surefire tells a fork of its number can be put there. */
    static final String OFFSET = "sandbank.port.offset";

    /** Of how many forks this is one, where a build numbers them without end, as Gradle does. */
    static final String FORKS = "sandbank.port.forks";

    private static final String GRADLE_WORKER = "org.gradle.test.worker";

    private ForkPorts() {}

    /** The port that is meant in this JVM; 0, any port, is any port. */
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
            throw new IllegalArgumentException("the system property " + name + " is no number: " + text);
        }
        return Integer.parseInt(text);
    }
}
