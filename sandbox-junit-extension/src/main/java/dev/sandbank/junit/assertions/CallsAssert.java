package dev.sandbank.junit.assertions;

import dev.sandbank.Exchange;
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
 * What can be said about some of the calls of a sandbox: first which of them, then what is true of all of these.
 *
 * <pre>{@code
 * assertThat(bank).calls().to("createTransfer").forUser("bob").wereRefused(ENTITLEMENT_MISSING).naming("transferFrom");
 * assertThat(bank).calls().to("createTransfer").haveNotHappenedWithin(Duration.ofMillis(200));
 * }</pre>
 *
 * <p>Nothing is true of no calls: whatever is said of all of them fails if there is none.
 */
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

    /** Gives what follows some time to become true, see {@link SandbankAssert#eventually}. */
    @CheckReturnValue
    public CallsAssert eventually(Duration atMost) {
        return new CallsAssert(look.with(atMost), info);
    }

    /** Only those to this operation, or to this endpoint of the token server, such as {@code introspection}. */
    @CheckReturnValue
    public CallsAssert to(String operation) {
        return only(CallConditions.to(operation));
    }

    /** Only those by this client: that of the token, or the one that asks for a token, though it only claims to be. */
    @CheckReturnValue
    public CallsAssert by(String client) {
        return only(CallConditions.by(client));
    }

    /** Only those that were made for this user, as far as that was established before they were decided. */
    @CheckReturnValue
    public CallsAssert forUser(String user) {
        return only(CallConditions.forUser(user));
    }

    /**
     * Only those that belong to this test: see {@link dev.sandbank.Exchange#tests()}. Of tests that share a sandbox in
     * parallel, only those calls can be told apart that name their test in a header field {@code Sandbank-Test}.
     */
    @CheckReturnValue
    public CallsAssert duringTest(TestInfo test) {
        return duringTest(TestName.of(test));
    }

    /** Only those that belong to the test of this name: of {@link TestName}, or of one's own choice. */
    @CheckReturnValue
    public CallsAssert duringTest(String name) {
        return new CallsAssert(look.ofAllTests().with(CallConditions.duringTest(name)), info);
    }

    /** Only those that were allowed. */
    @CheckReturnValue
    public CallsAssert allowed() {
        return only(CallConditions.allowed());
    }

    /** Only those that were refused for this reason. */
    @CheckReturnValue
    public CallsAssert refusedAs(String reason) {
        return only(CallConditions.refusedAs(reason));
    }

    /** Only token requests of clients that sent an {@code Authorization: Basic} header. */
    @CheckReturnValue
    public CallsAssert usingBasicAuth() {
        return only(TokenConditions.authenticating(Way.BASIC));
    }

    /** Only token requests of clients that sent their secret in the form. */
    @CheckReturnValue
    public CallsAssert usingPostedSecret() {
        return only(TokenConditions.authenticating(Way.POST));
    }

    /** Only token requests of clients that signed an assertion ({@code private_key_jwt}). */
    @CheckReturnValue
    public CallsAssert usingAssertion() {
        return only(TokenConditions.authenticating(Way.ASSERTION));
    }

    /** Only token requests with this {@code grant_type}, such as {@code refresh_token}. */
    @CheckReturnValue
    public CallsAssert forGrant(String type) {
        return only(TokenConditions.grant(type));
    }

    /** Only token requests that name this scope, maybe among others. */
    @CheckReturnValue
    public CallsAssert askingForScope(String scope) {
        return only(TokenConditions.scope(scope));
    }

    private CallsAssert only(CallCondition trait) {
        return new CallsAssert(look.with(trait), info);
    }

    /** There is at least one, and all were refused for this reason. */
    public CallsAssert wereRefused(String reason) {
        return areAll(CallConditions.refusedAs(reason));
    }

    /** There is at least one, all were allowed, and no fault spoiled a reply. */
    public CallsAssert wereAllowed() {
        return areAll(CallConditions.answered());
    }

    /** There is at least one, and all were allowed, whatever a fault made of the reply. */
    public CallsAssert wereAllowedDespiteFaults() {
        return areAll(CallConditions.allowed());
    }

    /** There is at least one, and all were answered with this status. */
    public CallsAssert withStatus(int status) {
        return areAll(CallConditions.status(status));
    }

    /** There is at least one, and all were refused with a word on this: a scope, a permission, a resource, a member. */
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

    /** There is at least one. */
    public CallsAssert haveHappened() {
        return number("a call", calls -> !calls.isEmpty());
    }

    /** There are exactly so many. */
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
     * There is none so far. It fails, too, if a name in what was said before is unknown, as then there could be none.
     *
     * @throws UnsupportedOperationException after {@code eventually}, where it would be true at once
     */
    public CallsAssert haveNotHappened() {
        if (look.waits()) {
            throw new UnsupportedOperationException("what has not happened yet is true at once: write"
                    + " haveNotHappenedWithin(…) in place of eventually(…) to wait for it");
        }
        return none("no call", actual);
    }

    /** There is none, and none comes within this time, which is waited for in full. */
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

    /** The latest of them; it fails if there is none. */
    public CallAssert last() {
        return CallAssert.lastOf(look, info).orElseThrow(() -> failure("%s", new Report(look).noLast()));
    }

    private List<Exchange> found(Predicate<List<Exchange>> enough) {
        return look.waits() ? look.until(enough) : actual;
    }
}
