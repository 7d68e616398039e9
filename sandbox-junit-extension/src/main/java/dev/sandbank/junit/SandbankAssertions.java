package dev.sandbank.junit;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.assertions.CallAssert;
import dev.sandbank.junit.assertions.SandbankAssert;

/**
 * What a test can say about the calls that a sandbox answered; to be imported beside AssertJ's own assertions.
 *
 * <pre>{@code
 * bank.user("ada").block();
 * payouts.pay("ada", "10.00");
 * assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED).withStatus(409);
 * }</pre>
 *
 * <p>This class and those of {@code dev.sandbank.junit.assertions} need AssertJ; nothing else of the extension does.
 */
public final class SandbankAssertions {

    private SandbankAssertions() {}

    /** Looks at the calls that a sandbox answered so far. */
    public static SandbankAssert assertThat(Sandbank bank) {
        return new SandbankAssert(bank);
    }

    /** Looks at one call, such as the one that {@link Sandbank#expectDenial} returns. */
    public static CallAssert assertThat(Exchange call) {
        return new CallAssert(call);
    }
}
