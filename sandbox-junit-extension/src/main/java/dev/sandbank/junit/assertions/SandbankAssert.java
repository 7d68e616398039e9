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
        this(bank, Duration.ZERO);
    }

    private SandbankAssert(Sandbank bank, Duration patience) {
        super(bank, SandbankAssert.class);
        this.look = new CallQuery(bank, List.of(), patience);
    }

    /**
     * Gives what follows some time to become true: it is looked at anew after each call, without polling.
     *
     * @param atMost how long, by the system's clock
     */
    public SandbankAssert eventually(Duration atMost) {
        return handOn(new SandbankAssert(actual, atMost));
    }

    /** The latest call, whatever it was; it fails if there was none. */
    public CallAssert lastCall() {
        return CallAssert.lastOf(look, info).orElseThrow(() -> failure("%s", new Report(look).noLast()));
    }

    /** All calls, those to the token server among them. */
    public CallsAssert calls() {
        return new CallsAssert(look, info);
    }

    /** The calls to the token endpoint. */
    public CallsAssert tokenRequests() {
        return calls().to("token");
    }

    private SandbankAssert handOn(SandbankAssert other) {
        Info.copy(info, other.info);
        return other;
    }
}
