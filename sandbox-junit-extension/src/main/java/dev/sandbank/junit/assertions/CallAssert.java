package dev.sandbank.junit.assertions;

import dev.sandbank.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.WritableAssertionInfo;

/**
 * What can be said about one call.
 *
 * <pre>{@code
 * assertThat(bank).lastCall().wasRefused(SCOPE_MISSING).naming("banking/read").withStatus(403);
 * assertThat(bank.expectDenial(TOKEN_EXPIRED, () -> client.listAccounts())).withStatus(401);
 * }</pre>
 */
public final class CallAssert extends AbstractAssert<CallAssert, Exchange> {

    private final Optional<CallQuery> look;
    private final List<CallCondition> expected;

    public CallAssert(Exchange call) {
        this(call, Optional.empty(), List.of());
    }

    private CallAssert(Exchange call, CallQuery look, WritableAssertionInfo info) {
        this(call, Optional.of(look), List.of());
        Info.copy(info, this.info);
    }

    private CallAssert(Exchange call, Optional<CallQuery> look, List<CallCondition> expected) {
        super(call, CallAssert.class);
        this.look = look;
        this.expected = expected;
    }

    /** The latest of some calls, as soon as there is one. */
    static Optional<CallAssert> lastOf(CallQuery look, WritableAssertionInfo info) {
        List<Exchange> found = look.until(calls -> !calls.isEmpty());
        return found.isEmpty() ? Optional.empty() : Optional.of(new CallAssert(last(found), look, info));
    }

    private static Exchange last(List<Exchange> found) {
        return found.get(found.size() - 1);
    }

    /** It was refused, for this reason. */
    public CallAssert wasRefused(String reason) {
        return with(CallConditions.refusedAs(reason));
    }

    /** An operation or endpoint refused it, for whatever reason; that it led nowhere is no refusal. */
    public CallAssert wasRefused() {
        return with(CallConditions.refused());
    }

    /** It was refused by this gate, such as {@code scope}. */
    public CallAssert atGate(String gate) {
        return with(CallConditions.atGate(gate));
    }

    /** It was refused with a word on this: a scope, a permission, a resource, a member. */
    public CallAssert naming(String name) {
        return with(CallConditions.naming(name));
    }

    /** Every gate let it on, and no fault spoiled the reply. */
    public CallAssert wasAllowed() {
        return with(CallConditions.answered());
    }

    /** Every gate let it on, whatever a fault made of the reply. */
    public CallAssert wasAllowedDespiteFaults() {
        return with(CallConditions.allowed());
    }

    /** It was answered with this HTTP status. */
    public CallAssert withStatus(int status) {
        return with(CallConditions.status(status));
    }

    /** It went to this operation, or to this endpoint of the token server. */
    public CallAssert wasTo(String operation) {
        return with(CallConditions.to(operation));
    }

    /** It was made by this client. */
    public CallAssert wasBy(String client) {
        return with(CallConditions.by(client));
    }

    /** It was made for this user. */
    public CallAssert wasForUser(String user) {
        return with(CallConditions.forUser(user));
    }

    /** While it waits, the latest call may be another one each time: that one must have all that was said so far. */
    private CallAssert with(CallCondition trait) {
        List<CallCondition> all =
                Stream.concat(expected.stream(), Stream.of(trait)).toList();
        Predicate<Exchange> fits = call -> CallCondition.lacking(all, call).isEmpty();
        Exchange call = look.filter(CallQuery::waits)
                .map(known -> last(known.until(calls -> !calls.isEmpty() && fits.test(last(calls)))))
                .orElse(actual);
        if (!fits.test(call)) {
            throw failure(
                    "%s", look.map(known -> new Report(known).last(all, call)).orElseGet(() -> Report.one(all, call)));
        }
        look.ifPresent(known -> known.spokenOf(List.of(call)));
        CallAssert made = new CallAssert(call, look, all);
        Info.copy(info, made.info);
        return made;
    }
}
