package dev.sandbank.junit;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.Stable;
import dev.sandbank.junit.assertions.CallAssert;
import dev.sandbank.junit.assertions.SandbankAssert;

/**
 * Assertions about the calls that reached a sandbox; import them beside AssertJ's own.
 *
 * <pre>{@code
 * bank.user("ada").block();
 * payouts.pay("ada", "10.00");
 * assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED).withStatus(409);
 * }</pre>
 *
 * <p>This class and those of {@code dev.sandbank.junit.assertions} need AssertJ; nothing else of the extension does.
 */
@Stable
public final class SandbankAssertions {

    private SandbankAssertions() {}

    /** Checks the calls that have reached a sandbox so far. */
    public static SandbankAssert assertThat(Sandbank bank) {
        return new SandbankAssert(bank);
    }

    /** Checks one call, such as the one that {@link Sandbank#expectDenial} returns. */
    public static CallAssert assertThat(Exchange call) {
        return new CallAssert(call);
    }
}
