package dev.sandbank.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.ActingNotAllowed;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.oauth.TokenFault;
import dev.sandbank.internal.model.oauth.User;
import dev.sandbank.internal.model.operation.Route;
import dev.sandbank.internal.text.TextPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that may name the user it is made for, in a header {@code For}, with the scope {@code act}. */
class OnBehalfOfGateTest {

    private static final ActOnBehalfOf.Naming HEADER = new ActOnBehalfOf.Naming(
            "For",
            request -> request.headers().all("For"),
            TextPattern.of("^(?<kind>user|client) (?<id>[a-z]+)$"),
            "user {id}",
            Scopes.parse("act"));

    @Test
    void isMadeForTheUserOfItsTokenIfItNamesNone() {
        Verdict<Call> verdict = examine(Calls.ofUser("ann"));

        assertThat(Calls.passed(verdict).subject()).isEqualTo(Subject.user(Calls.ANN));
        assertThat(verdict.saw()).isEqualTo("user ann");
    }

    @Test
    void mayNameTheUserOfItsTokenWithoutAScope() {
        assertThat(examine(Calls.ofUser("ann"), "user ann").saw()).isEqualTo("user ann");
    }

    @Test
    void mayNameItsOwnClientOnly() {
        assertThat(examine(Calls.ofClient("app"), "client app").saw()).isEqualTo("client app");
        assertThat(examine(Calls.ofClient("app"), "client other"))
                .isEqualTo(Verdict.refuse(new ActingNotAllowed("A client may name only itself")));
    }

    @Test
    void namesAnotherUserWithTheScopeForIt() {
        Verdict<Call> verdict = examine(Calls.ofClient("app", "act"), "user ann");

        assertThat(Calls.passed(verdict).subject()).isEqualTo(Subject.user(Calls.ANN));
        assertThat(verdict.saw()).isEqualTo("on behalf of user ann");
        assertThat(examine(Calls.ofClient("app", "implied"), "user ann").passed())
                .isTrue();
    }

    @Test
    void isRefusedWithoutTheScopeBeforeTheUserIsLookedFor() {
        assertThat(examine(Calls.ofClient("app", "read"), "user nobody"))
                .isEqualTo(Verdict.refuse(new Refusal.ScopeMissing(Scopes.parse("act"), false, Scopes.parse("read"))));
    }

    @Test
    void isRefusedIfItsTokenIsOfAnotherUser() {
        assertThat(examine(Calls.ofUser("bob", "act"), "user ann"))
                .isEqualTo(Verdict.refuse(new ActingNotAllowed("This client may act only for its own user")));
    }

    @Test
    void isRefusedForAUserWhoIsUnknownOrDisabled() {
        assertThat(examine(Calls.ofClient("app", "act"), "user nobody"))
                .isEqualTo(Verdict.refuse(new Refusal.ActingSubjectUnknown("nobody")));
        assertThat(examine(Calls.ofClient("app", "act"), "user eve"))
                .isEqualTo(Verdict.refuse(new ActingNotAllowed("The user is disabled")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "eve"})
    void isRefusedLikeOneWithARevokedTokenIfTheUserOfItsTokenIsGoneOrDisabled(String user) {
        assertThat(examine(Calls.ofUser(user))).isEqualTo(Verdict.refuse(new Refusal.TokenRefused(TokenFault.REVOKED)));
    }

    @Test
    void isRefusedIfTheNameIsNotInTheFormOfTheBank() {
        Verdict<Call> verdict = examine(Calls.ofClient("app", "act"), "ann");

        assertThat(verdict.saw()).isEqualTo("For: must read user {id}");
        assertThat(Calls.refusal(verdict).facts().get("violations"))
                .isEqualTo(List.of(Map.of(
                        "property",
                        "for",
                        "rule",
                        "pattern",
                        "ruleParams",
                        Map.of("pattern", HEADER.grammar().text()))));
    }

    @Test
    void isRefusedIfItNamesMoreThanOne() {
        Verdict<Call> verdict = examine(Calls.ofClient("app", "act"), "user ann", "user ann");

        assertThat(verdict.saw()).isEqualTo("For: must be sent once");
        assertThat(Calls.refusal(verdict).facts().get("violations"))
                .isEqualTo(List.of(Map.of("property", "for", "rule", "maxItems", "ruleParams", Map.of("maxItems", 1))));
    }

    /** Examines a call at a bank where the scope "implied" implies "act". */
    private static Verdict<Call> examine(Grant grant, String... names) {
        Route route = new Route.Found(Calls.needing(), Map.of());
        List<Map.Entry<String, String>> headers =
                Stream.of(names).map(name -> Map.entry("For", name)).toList();
        return new ActOnBehalfOf(
                        HEADER,
                        held -> held.contains("implied") ? Scopes.parse("act implied") : held,
                        OnBehalfOfGateTest::user)
                .examine(Calls.to(route, headers, List.of()).with(grant));
    }

    private static Optional<User> user(String id) {
        return Stream.of(Calls.ANN, Calls.BLOCKED, Calls.DISABLED)
                .filter(user -> user.id().equals(id))
                .findFirst();
    }
}
