package dev.sandbank.controls;

import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Change;
import dev.sandbank.Sandbank;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The journal tells what the test itself did, between which calls. */
class ChangesTest {

    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    static Stream<Arguments> controls() {
        return Stream.of(
                control("user ada is blocked", bank -> bank.user("ada").block()),
                control("user mallory is active", bank -> bank.user("mallory").unblock()),
                control("user ada is disabled", bank -> bank.user("ada").disable()),
                control("user dora is active", bank -> bank.user("dora").enable()),
                control("user ada has a new password", bank -> bank.user("ada").setPassword("silver spoon")),
                control(
                        "user nell holds view, transferTo on acct-43d0bb",
                        bank -> bank.user("nell").entitle("acct-43d0bb", "view", "transferTo")),
                control(
                        "user ada no longer holds view on acct-4f81c0",
                        bank -> bank.user("ada").withdraw("acct-4f81c0", "view")),
                control(
                        "client ledger-reader may be granted data/read",
                        bank -> bank.client("ledger-reader").setScopes("data/read")),
                control(
                        "client ledger-reader may be granted nothing",
                        bank -> bank.client("ledger-reader").setScopes()),
                control(
                        "client ledger-reader has a new secret",
                        bank -> bank.client("ledger-reader").setSecret("other-secret")),
                control(
                        "client ledger-reader is disabled",
                        bank -> bank.client("ledger-reader").disable()),
                control(
                        "client retired-app is enabled",
                        bank -> bank.client("retired-app").enable()),
                control(
                        "the clock is stopped at 2031-03-03T12:00:00Z",
                        bank -> bank.clock().freezeAt(NOON)),
                control("the clock is moved by PT5M", bank -> bank.clock().advance(Duration.ofMinutes(5))),
                control("the clock follows the system's", bank -> bank.clock().followSystem()),
                control(
                        "new signing keys are in use, the old ones stay published",
                        bank -> bank.keys().rotateWithOverlap()),
                control(
                        "new signing keys are in use, the old ones are withdrawn",
                        bank -> bank.keys().rotateWithoutOverlap()),
                control(
                        "new signing keys are in use, the old ones are withdrawn, and the new ones have their names",
                        bank -> bank.keys().rotateUnderTheSameKeyId()),
                control(
                        "fault 1 is set: answers 503, to createTransfer, by back-office, 2 times",
                        bank -> bank.faults()
                                .on("createTransfer")
                                .by("back-office")
                                .next(2)
                                .fail(503)),
                control("all faults are cleared", bank -> bank.faults().clear()),
                control("the sandbox was reset to the fixture", Sandbank::reset));
    }

    private static Arguments control(String told, Consumer<Sandbank> control) {
        return Arguments.of(told, control);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("controls")
    void areToldInWords(String told, Consumer<Sandbank> control) {
        control.accept(bank);

        assertThat(bank.journal().changes()).extracting(Change::what).containsExactly(told);
    }

    @Test
    void areToldWithTheCallThatTheyCameAfterAndTheSandboxsTime() {
        bank.clock().freezeAt(NOON);
        get(bank, "/banking/accounts").send();
        bank.user("ada").block();

        assertThat(bank.journal().changes())
                .containsExactly(
                        new Change(0, NOON, "the clock is stopped at 2031-03-03T12:00:00Z"),
                        new Change(1, NOON, "user ada is blocked"));
    }

    @Test
    void areNoCalls() {
        bank.user("ada").block();

        assertThat(bank.journal().calls()).isEmpty();
    }

    @Test
    void neverTellATokenOrASecret() {
        String token = bank.tokens().forUser("mobile-app", "ada", "banking/read");
        bank.tokens().expire(token);
        bank.tokens().revoke(token);
        bank.client("ledger-reader").setSecret("very-much-a-secret");
        bank.user("ada").setPassword("very-much-a-password");

        String start = token.substring(0, 4) + "…";
        assertThat(bank.journal().changes())
                .extracting(Change::what)
                .contains(
                        "token " + start + " is issued to client mobile-app for user ada: banking/read",
                        "token " + start + " is expired",
                        "token " + start + " is revoked")
                .noneMatch(told -> told.contains(token) || told.contains("very-much"));
    }

    @Test
    void areNotToldOfWhatWasRefused() {
        assertThatThrownBy(() -> bank.user("ada").become("asleep")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bank.user("ada").withdraw("acct-4f81c0", "veiw"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bank.tokens().revoke("never-issued")).isInstanceOf(IllegalArgumentException.class);

        assertThat(bank.journal().changes()).isEmpty();
    }

    @Test
    void areForgottenWithTheCalls() {
        bank.user("ada").block();
        bank.journal().clear();

        assertThat(bank.journal().changes()).isEmpty();
    }
}
