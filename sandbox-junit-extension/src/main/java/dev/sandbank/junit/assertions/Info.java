package dev.sandbank.junit.assertions;

import org.assertj.core.api.WritableAssertionInfo;

/** Keeps the description of an assertion, such as by {@code as(…)}, when the chain goes on. */
final class Info {

    private Info() {}

    static void copy(WritableAssertionInfo from, WritableAssertionInfo to) {
        to.description(from.description());
        to.overridingErrorMessage(from.overridingErrorMessage());
    }
}
