package dev.sandbank.testing;

/** Somebody who can sign in to the built-in fixture {@code apiture}, or tries to. */
public record Person(String username, String password) {

    public static final Person ADA = new Person("ada", "correct horse");
    public static final Person BOB = new Person("bob", "battery staple");
    /** Blocked by the bank. */
    public static final Person MALLORY = new Person("mallory", "locked drawer");
    /** Disabled at the identity provider. */
    public static final Person DORA = new Person("dora", "silent bell");

    @Override
    public String toString() {
        return username;
    }
}
