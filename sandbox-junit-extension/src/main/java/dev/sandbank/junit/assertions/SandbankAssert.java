package dev.sandbank.junit.assertions;

import dev.sandbank.Exchange;
import dev.sandbank.Experimental;
import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankEnvironment;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.Stable;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions about the calls of a sandbox, and about the deliveries of its events; each chain begins here.
 *
 * <pre>{@code
 * assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED).withStatus(409);
 * assertThat(bank).calls().to("createTransfer").wereRefused(ENTITLEMENT_MISSING).naming("transferFrom");
 * assertThat(bank).eventually(Duration.ofSeconds(5)).tokenRequests().usingBasicAuth().hasSize(1);
 * assertThat(bank).webhooks().to("ledger").wereAcknowledged();
 * }</pre>
 */
@Stable
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
     * Gives the rest of the chain some time to become true: Sandbank checks it again after each call, without polling.
     *
     * @param atMost how long, by the system's clock
     */
    @CheckReturnValue
    public SandbankAssert eventually(Duration atMost) {
        return handOn(new SandbankAssert(actual, look.with(atMost)));
    }

    /**
     * Chooses the calls of all tests that use the sandbox. Otherwise the chain is about the calls of the running test, see {@link
     * dev.sandbank.SandbankJournal#isOfThisTest}, or about all calls if no test runs.
     */
    @CheckReturnValue
    public SandbankAssert ofAllTests() {
        return handOn(new SandbankAssert(actual, look.ofAllTests()));
    }

    /** Chooses the latest call, of any kind; fails if there was none. */
    public CallAssert lastCall() {
        return CallAssert.lastOf(look, info).orElseThrow(() -> failure("%s", new Report(look).noLast()));
    }

    /** Chooses all calls, also those to the token server. */
    @CheckReturnValue
    public CallsAssert calls() {
        return new CallsAssert(look, info);
    }

    /** Chooses the calls to the token endpoint. */
    @CheckReturnValue
    public CallsAssert tokenRequests() {
        return calls().to("token");
    }

    /**
     * Chooses the deliveries of events to all endpoints. An event belongs to the test of the call that made it; one that no call made
     * counts for every test that uses the sandbox.
     *
     * @throws IllegalArgumentException if the bank has no events
     */
    @CheckReturnValue
    @Experimental
    public WebhooksAssert webhooks() {
        return new WebhooksAssert(new WebhookQuery(look, List.of()), info);
    }

    /**
     * Checks that no client did anything wrong that is this bad, or worse: see {@link Sandbank#findings}. It looks at the calls of the
     * running test, like the rest of the chain, and fails if there is none.
     *
     * <pre>{@code
     * assertThat(bank).hasNoFindings(Severity.WARNING);
     * }</pre>
     */
    @Experimental
    public SandbankAssert hasNoFindings(Severity least) {
        return hasNoFindingsExcept(least);
    }

    /**
     * The same, but leaves out some rules.
     *
     * @param rules their ids, such as {@code token-per-call}
     */
    @Experimental
    public SandbankAssert hasNoFindingsExcept(Severity least, String... rules) {
        if (look.waits()) {
            throw new UnsupportedOperationException(
                    "there could be no findings at once after eventually(…): wait for the"
                            + " calls first, such as by assertThat(bank).eventually(…).calls().hasSize(3)");
        }
        List<Exchange> calls = look.now();
        List<Finding> found = actual.findings(calls).stream()
                .filter(finding -> finding.isAtLeast(least))
                .filter(finding -> !List.of(rules).contains(finding.rule()))
                .toList();
        if (!found.isEmpty()) {
            throw failure("%s", Report.findings(least, found, calls));
        }
        if (calls.isEmpty()) {
            throw failure("%s", "Expected no findings, but there is no call to look at");
        }
        return this;
    }

    /**
     * Chooses what a client or user holds, and no allowed call needed since the start of the sandbox, see {@link
     * dev.sandbank.SandbankEnvironment#unusedGrants}.
     *
     * <pre>{@code
     * assertThat(bank).unusedGrants("payouts").isEmpty();
     * }</pre>
     *
     * @param id the id of the client or user
     * @throws IllegalArgumentException if there is neither
     */
    @CheckReturnValue
    @Experimental
    public ListAssert<String> unusedGrants(String id) {
        List<String> unused = actual.unusedGrants(id);
        return Assertions.assertThat(unused).as("what %s holds, and no allowed call needed%s", id, smaller(id, unused));
    }

    /** A client as the fixture can say it. */
    private String smaller(String id, List<String> unused) {
        SandbankEnvironment environment = actual.environment("");
        if (unused.isEmpty() || !environment.names().all(Kind.CLIENT).contains(id)) {
            return "";
        }
        List<String> kept = environment.client(id).scopes().stream()
                .filter(scope -> !unused.contains(scope))
                .toList();
        return ", so that the fixture can say {id: " + id + ", scopes: " + kept + "}";
    }

    private SandbankAssert handOn(SandbankAssert other) {
        Info.copy(info, other.info);
        return other;
    }
}
