package dev.sandbank.junit.assertions;

import dev.sandbank.Exchange;
import dev.sandbank.Stable;
import dev.sandbank.junit.TestName;
import dev.sandbank.junit.assertions.TokenConditions.Way;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.WritableAssertionInfo;
import org.junit.jupiter.api.TestInfo;

/**
 * Assertions about some calls of a sandbox: first choose the calls, then check all of them.
 *
 * <pre>{@code
 * assertThat(bank).calls().to("createTransfer").forUser("bob").wereRefused(ENTITLEMENT_MISSING).naming("transferFrom");
 * assertThat(bank).calls().to("createTransfer").haveNotHappenedWithin(Duration.ofMillis(200));
 * }</pre>
 *
 * <p>Each check of all calls fails if there is none.
 */
@Stable
public final class CallsAssert extends AbstractAssert<CallsAssert, List<Exchange>> {

    private final CallQuery look;
    private final List<CallCondition> expected;

    CallsAssert(CallQuery look, WritableAssertionInfo info) {
        this(look, List.of(), look.now(), info);
    }

    private CallsAssert(
            CallQuery look, List<CallCondition> expected, List<Exchange> found, WritableAssertionInfo info) {
        super(found, CallsAssert.class);
        this.look = look;
        this.expected = expected;
        Info.copy(info, this.info);
    }

    /** Gives the rest of the chain some time to become true, see {@link SandbankAssert#eventually}. */
    @CheckReturnValue
    public CallsAssert eventually(Duration atMost) {
        return new CallsAssert(look.with(atMost), info);
    }

    /** Chooses only calls to this operation, or to this endpoint of the token server, such as {@code introspection}. */
    @CheckReturnValue
    public CallsAssert to(String operation) {
        return only(CallConditions.to(operation));
    }

    /** Chooses only calls by this client: that of the token, or the one that a token request claims to come from. */
    @CheckReturnValue
    public CallsAssert by(String client) {
        return only(CallConditions.by(client));
    }

    /** Chooses only calls for this user, if that was known before the sandbox decided. */
    @CheckReturnValue
    public CallsAssert forUser(String user) {
        return only(CallConditions.forUser(user));
    }

    /**
     * Chooses only calls that belong to this test: see {@link dev.sandbank.Exchange#tests()}. If tests share a sandbox in
     * parallel, it finds the calls of one only if they name their test in a header field {@code Sandbank-Test}.
     */
    @CheckReturnValue
    public CallsAssert duringTest(TestInfo test) {
        return duringTest(TestName.of(test));
    }

    /** Chooses only calls that belong to the test of this name: that of {@link TestName}, or one of your choice. */
    @CheckReturnValue
    public CallsAssert duringTest(String name) {
        return new CallsAssert(look.ofAllTests().with(CallConditions.duringTest(name)), info);
    }

    /** Chooses only calls that were allowed. */
    @CheckReturnValue
    public CallsAssert allowed() {
        return only(CallConditions.allowed());
    }

    /** Chooses only calls that were refused for this reason. */
    @CheckReturnValue
    public CallsAssert refusedAs(String reason) {
        return only(CallConditions.refusedAs(reason));
    }

    /** Chooses only token requests with an {@code Authorization: Basic} header. */
    @CheckReturnValue
    public CallsAssert usingBasicAuth() {
        return only(TokenConditions.authenticating(Way.BASIC));
    }

    /** Chooses only token requests with the client's secret in the form. */
    @CheckReturnValue
    public CallsAssert usingPostedSecret() {
        return only(TokenConditions.authenticating(Way.POST));
    }

    /** Chooses only token requests with a signed assertion ({@code private_key_jwt}). */
    @CheckReturnValue
    public CallsAssert usingAssertion() {
        return only(TokenConditions.authenticating(Way.ASSERTION));
    }

    /** Chooses only token requests with this {@code grant_type}, such as {@code refresh_token}. */
    @CheckReturnValue
    public CallsAssert forGrant(String type) {
        return only(TokenConditions.grant(type));
    }

    /** Chooses only token requests that ask for this scope, maybe among others. */
    @CheckReturnValue
    public CallsAssert askingForScope(String scope) {
        return only(TokenConditions.scope(scope));
    }

    private CallsAssert only(CallCondition trait) {
        return new CallsAssert(look.with(trait), info);
    }

    /** Checks that there is at least one call, and all were refused for this reason. */
    public CallsAssert wereRefused(String reason) {
        return areAll(CallConditions.refusedAs(reason));
    }

    /** Checks that there is at least one call, all were allowed, and no fault spoiled a reply. */
    public CallsAssert wereAllowed() {
        return areAll(CallConditions.answered());
    }

    /** Checks that there is at least one call, and all were allowed, even if a fault spoiled a reply. */
    public CallsAssert wereAllowedDespiteFaults() {
        return areAll(CallConditions.allowed());
    }

    /** Checks that there is at least one call, and the sandbox answered all with this status. */
    public CallsAssert withStatus(int status) {
        return areAll(CallConditions.status(status));
    }

    /** Checks that there is at least one call, and each refusal is about this scope, permission, resource or member. */
    public CallsAssert naming(String name) {
        return areAll(CallConditions.naming(name));
    }

    private CallsAssert areAll(CallCondition trait) {
        look.refuseToRepeat(trait);
        List<CallCondition> all =
                Stream.concat(expected.stream(), Stream.of(trait)).toList();
        Predicate<List<Exchange>> enough = calls -> !calls.isEmpty()
                && calls.stream()
                        .allMatch(call -> CallCondition.lacking(all, call).isEmpty());
        List<Exchange> found = found(enough);
        if (!enough.test(found)) {
            throw failure("%s", new Report(look).each(all, found));
        }
        look.spokenOf(found);
        return new CallsAssert(look, all, found, info);
    }

    /** Checks that there is at least one call. */
    public CallsAssert haveHappened() {
        return number("a call", calls -> !calls.isEmpty());
    }

    /** Checks that there are exactly this many calls. */
    public CallsAssert hasSize(int size) {
        return size == 0
                ? haveNotHappened()
                : number(size == 1 ? "1 call" : size + " calls", calls -> calls.size() == size);
    }

    private CallsAssert number(String wanted, Predicate<List<Exchange>> enough) {
        List<Exchange> found = found(enough);
        if (!enough.test(found)) {
            throw failure("%s", new Report(look).size(wanted, found));
        }
        if (look.isAboutRefusals()) {
            look.spokenOf(found);
        }
        return new CallsAssert(look, expected, found, info);
    }

    /**
     * Checks that there is no call so far. It also fails if the chain uses an unknown name, because then no call can match.
     *
     * @throws UnsupportedOperationException after {@code eventually}, because it would be true at once
     */
    public CallsAssert haveNotHappened() {
        if (look.waits()) {
            throw new UnsupportedOperationException("haveNotHappened() would be true at once after eventually(…): write"
                    + " haveNotHappenedWithin(…) instead of both");
        }
        return none("no call", actual);
    }

    /** Checks that there is no call, and none comes within this time; it always waits that long. */
    public CallsAssert haveNotHappenedWithin(Duration time) {
        return none("no call within " + time, look.with(time).until(calls -> !calls.isEmpty()));
    }

    private CallsAssert none(String wanted, List<Exchange> found) {
        List<String> doubts = look.doubts();
        if (!found.isEmpty()) {
            throw failure("%s", new Report(look).size(wanted, found));
        }
        if (!doubts.isEmpty()) {
            throw failure("%s", new Report(look).impossible(doubts));
        }
        return this;
    }

    /** Chooses the latest of them; fails if there is none. */
    public CallAssert last() {
        return CallAssert.lastOf(look, info).orElseThrow(() -> failure("%s", new Report(look).noLast()));
    }

    private List<Exchange> found(Predicate<List<Exchange>> enough) {
        return look.waits() ? look.until(enough) : actual;
    }
}
