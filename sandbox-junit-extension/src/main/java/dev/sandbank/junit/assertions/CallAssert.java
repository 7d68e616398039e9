package dev.sandbank.junit.assertions;

import dev.sandbank.Exchange;
import dev.sandbank.Stable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.WritableAssertionInfo;

/**
 * Assertions about one call.
 *
 * <pre>{@code
 * assertThat(bank).lastCall().wasRefused(SCOPE_MISSING).naming("banking/read").withStatus(403);
 * assertThat(bank.expectDenial(TOKEN_EXPIRED, () -> client.listAccounts())).withStatus(401);
 * }</pre>
 */
@Stable
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

    /** Takes the latest of some calls, as soon as there is one. */
    static Optional<CallAssert> lastOf(CallQuery look, WritableAssertionInfo info) {
        List<Exchange> found = look.until(calls -> !calls.isEmpty());
        return found.isEmpty() ? Optional.empty() : Optional.of(new CallAssert(last(found), look, info));
    }

    private static Exchange last(List<Exchange> found) {
        return found.get(found.size() - 1);
    }

    /** Checks that the call was refused for this reason. */
    public CallAssert wasRefused(String reason) {
        return with(CallConditions.refusedAs(reason));
    }

    /** Checks that an operation or endpoint refused the call, for any reason; not that its path leads nowhere. */
    public CallAssert wasRefused() {
        return with(CallConditions.refused());
    }

    /** Checks that this gate refused the call, such as {@code scope}. */
    public CallAssert atGate(String gate) {
        return with(CallConditions.atGate(gate));
    }

    /** Checks that the refusal is about this scope, permission, resource or member. */
    public CallAssert naming(String name) {
        return with(CallConditions.naming(name));
    }

    /** Checks that the call passed every gate, and no fault spoiled the reply. */
    public CallAssert wasAllowed() {
        return with(CallConditions.answered());
    }

    /** Checks that the call passed every gate, even if a fault spoiled the reply. */
    public CallAssert wasAllowedDespiteFaults() {
        return with(CallConditions.allowed());
    }

    /** Checks that the sandbox answered with this HTTP status. */
    public CallAssert withStatus(int status) {
        return with(CallConditions.status(status));
    }

    /** Checks that the call went to this operation, or to this endpoint of the token server. */
    public CallAssert wasTo(String operation) {
        return with(CallConditions.to(operation));
    }

    /** Checks that this client made the call. */
    public CallAssert wasBy(String client) {
        return with(CallConditions.by(client));
    }

    /** Checks that the call was made for this user. */
    public CallAssert wasForUser(String user) {
        return with(CallConditions.forUser(user));
    }

    /** While it waits, the latest call changes: the one that is latest then must meet all conditions so far. */
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
