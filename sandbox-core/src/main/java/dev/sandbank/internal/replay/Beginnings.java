package dev.sandbank.internal.replay;

/** The changes with which a journal begins, because the state began there. */
final class Beginnings {

    private Beginnings() {}

    /** @param what the change, as the journal tells it */
    static boolean isOne(String what) {
        return what.startsWith("the sandbox was reset to the fixture") || what.equals("another fixture is loaded");
    }
}
