package dev.sandbank.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Input;
import dev.sandbank.internal.model.Refusal.EntitlementMissing;
import dev.sandbank.internal.model.Refusal.ResourceUnknown;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.operation.ResourceRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Gates that ask for the resources of a call, and for what its user may do with them. */
class ResourceGatesTest {

    private static final ResourceRule IN_QUERY = Calls.resource("query", "account", null);
    private static final ResourceRule IN_PATH = Calls.resource("path", "account", "view");
    private static final ResourceRule SINGLE = Calls.resource("single", "", null);

    /** A bank where everybody sees the account "a", "h" is hidden, and "d" is the default. */
    private record Accounts(boolean isOpen, boolean isConcerned) implements FindResources.Lookup {

        @Override
        public Optional<Entry> find(Call call, ResourceRule rule, String id) {
            return id.equals("a") || id.equals("d") ? Optional.of(Calls.account(id)) : Optional.empty();
        }

        @Override
        public boolean isOpen(String collection) {
            return isOpen;
        }

        @Override
        public boolean concerns(Call call, ResourceRule rule) {
            return isConcerned;
        }

        @Override
        public Optional<String> otherwise(Call call, ResourceRule rule) {
            return call.resources().isEmpty() ? Optional.of("d") : Optional.empty();
        }

        @Override
        public Optional<Entry> single(Call call, ResourceRule rule) {
            return Optional.of(Calls.account("only"));
        }

        @Override
        public boolean exists(ResourceRule rule, String id) {
            return id.equals("h");
        }
    }

    private static final Accounts ACCOUNTS = new Accounts(false, true);
    private static final Accounts OPEN = new Accounts(true, true);

    @Test
    void findEachThatTheCallNames() {
        Verdict<Call> verdict = find(ACCOUNTS, call(IN_QUERY, "a", "d"));

        assertThat(Calls.passed(verdict).resources())
                .containsExactly(
                        new Resource(IN_QUERY, Calls.account("a")), new Resource(IN_QUERY, Calls.account("d")));
        assertThat(verdict.saw()).isEqualTo("a, d");
    }

    @Test
    void takeTheDefaultIfTheCallNamesNoneKnowingThoseBefore() {
        assertThat(find(ACCOUNTS, call(IN_QUERY)).saw()).isEqualTo("d");
        assertThat(find(ACCOUNTS, Calls.to(Calls.about(SINGLE, IN_QUERY)).with(input()))
                        .saw())
                .isEqualTo("only");
    }

    @Test
    void findTheOnlyOneForTheCaller() {
        assertThat(find(ACCOUNTS, call(SINGLE)).saw()).isEqualTo("only");
    }

    @Test
    void refuseAnUnknownOneAndAHiddenOneInWordsOfTheirOwn() {
        assertThat(find(ACCOUNTS, call(IN_QUERY, "a", "x")))
                .isEqualTo(Verdict.refuse(
                        new ResourceUnknown("resource-unknown", "entry x of accounts", IN_QUERY.facts("x"))));
        assertThat(find(ACCOUNTS, call(IN_QUERY, "h")))
                .isEqualTo(Verdict.refuse(new ResourceUnknown("hidden", "entry h of accounts", IN_QUERY.facts("h"))));
    }

    @Test
    void acceptAnyIdWhereTheFixtureHasNoSuchCollectionUnlessItIsInThePath() {
        assertThat(find(OPEN, call(IN_QUERY, "x")).saw()).isEqualTo("no resource named");
        assertThat(find(OPEN, call(IN_PATH, "x")).passed()).isFalse();
    }

    @Test
    void askForNoneThatDoesNotConcernTheCall() {
        assertThat(find(new Accounts(false, false), call(IN_QUERY, "x")).saw()).isEqualTo("no resource named");
    }

    @Test
    void letAUserPassWithThePermissionsOnEach() {
        Call call = found(Subject.user(Calls.ANN), IN_PATH, Calls.resource("query", "b", "pay"));

        assertThat(entitled(call, "view", "pay").saw()).isEqualTo("holds view on a, pay on a");
    }

    @Test
    void refuseAUserWithoutAPermission() {
        Call call = found(Subject.user(Calls.ANN), IN_QUERY, IN_PATH);

        assertThat(entitled(call, "pay"))
                .isEqualTo(Verdict.refuse(
                        new EntitlementMissing("entitlement-missing", "ann", "a", "view", Set.of("pay"))));
    }

    @Test
    void needNoPermissionForAClientItself() {
        assertThat(entitled(found(Subject.client("app"), IN_PATH)).saw()).isEqualTo("no user, no entitlement needed");
    }

    @Test
    void needNoPermissionIfTheOperationAsksForNone() {
        assertThat(entitled(found(Subject.user(Calls.ANN), IN_QUERY)).saw()).isEqualTo("no entitlement needed");
    }

    private static Verdict<Call> find(Accounts accounts, Call call) {
        return new FindResources(accounts).examine(call);
    }

    private static Verdict<Call> entitled(Call call, String... held) {
        return new RequireEntitlements((user, entry) -> user.equals("ann") ? Set.of(held) : Set.of()).examine(call);
    }

    private static Call found(Subject subject, ResourceRule... rules) {
        return Calls.to(Calls.about(rules))
                .impersonation(subject)
                .with(Stream.of(rules)
                        .map(rule -> new Resource(rule, Calls.account("a")))
                        .toList());
    }

    private static Call call(ResourceRule rule, String... ids) {
        return Calls.to(Calls.about(rule)).with(input(ids));
    }

    private static Input input(String... ids) {
        var named = JsonNodeFactory.instance.arrayNode();
        List.of(ids).forEach(named::add);
        return new Input(Map.of("account", named), JsonNodeFactory.instance.missingNode());
    }
}
