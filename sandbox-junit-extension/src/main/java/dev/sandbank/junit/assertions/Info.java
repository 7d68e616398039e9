package dev.sandbank.junit.assertions;

import org.assertj.core.api.WritableAssertionInfo;

/** What a test says of an assertion, such as by {@code as(…)}: it stays when the assertion is narrowed down. */
final class Info {

    private Info() {}

    static void copy(WritableAssertionInfo from, WritableAssertionInfo to) {
        to.description(from.description());
        to.overridingErrorMessage(from.overridingErrorMessage());
    }
}
