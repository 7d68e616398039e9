package dev.sandbank.junit.assertions;

import dev.sandbank.Sandbank;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * The entry to what can be said about the calls of a sandbox.
 *
 * <pre>{@code
 * assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED).withStatus(409);
 * assertThat(bank).calls().to("createTransfer").wereRefused(ENTITLEMENT_MISSING).naming("transferFrom");
 * assertThat(bank).eventually(Duration.ofSeconds(5)).tokenRequests().usingBasicAuth().hasSize(1);
 * }</pre>
 */
public final class SandbankAssert extends AbstractAssert<SandbankAssert, Sandbank> {

    private final CallQuery look;

    public SandbankAssert(Sandbank bank) {
        this(bank, new CallQuery(bank, List.of(), Duration.ZERO, false));
    }

    private SandbankAssert(Sandbank bank, CallQuery look) {
        super(bank, SandbankAssert.class);
        this.look = look;
    }

    /**
     * Gives what follows some time to become true: it is looked at anew after each call, without polling.
     *
     * @param atMost how long, by the system's clock
     */
    @CheckReturnValue
    public SandbankAssert eventually(Duration atMost) {
        return handOn(new SandbankAssert(actual, look.with(atMost)));
    }

    /**
     * What follows is about the calls of all tests that use the sandbox. Else those are meant that belong to the test that runs,
     * see {@link dev.sandbank.SandbankJournal#isOfThisTest}, or all where none runs.
     */
    @CheckReturnValue
    public SandbankAssert ofAllTests() {
        return handOn(new SandbankAssert(actual, look.ofAllTests()));
    }

    /** The latest call, whatever it was; it fails if there was none. */
    public CallAssert lastCall() {
        return CallAssert.lastOf(look, info).orElseThrow(() -> failure("%s", new Report(look).noLast()));
    }

    /** All calls, those to the token server among them. */
    @CheckReturnValue
    public CallsAssert calls() {
        return new CallsAssert(look, info);
    }

    /** The calls to the token endpoint. */
    @CheckReturnValue
    public CallsAssert tokenRequests() {
        return calls().to("token");
    }

    private SandbankAssert handOn(SandbankAssert other) {
        Info.copy(info, other.info);
        return other;
    }
}
