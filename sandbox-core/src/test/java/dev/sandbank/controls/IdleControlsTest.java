package dev.sandbank.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a test arranges though it is so anyway is refused: the test would pass without it. */
class IdleControlsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    static Stream<Arguments> idle() {
        return Stream.of(
                control(
                        "user mallory is already blocked",
                        bank -> bank.user("mallory").block()),
                control(
                        "user mallory is already blocked",
                        bank -> bank.user("mallory").become("blocked")),
                control(
                        "user dora is already disabled",
                        bank -> bank.user("dora").disable()),
                control(
                        "user ada is not signed in anywhere and has no token",
                        bank -> bank.user("ada").signOut()),
                control(
                        "user bob already holds view on acct-2e90b6",
                        bank -> bank.user("bob").entitle("acct-2e90b6", "view")),
                control(
                        "user bob does not hold transferFrom on acct-2e90b6",
                        bank -> bank.user("bob").withdraw("acct-2e90b6", "view", "transferFrom")),
                control(
                        "client retired-app is already disabled",
                        bank -> bank.client("retired-app").disable()),
                control("is already revoked", bank -> {
                    String token = bank.tokens().forClient("ada-batch");
                    bank.tokens().revoke(token);
                    bank.tokens().revoke(token);
                }),
                control("is already expired", bank -> {
                    String token = bank.tokens().forClient("ada-batch");
                    bank.tokens().expire(token);
                    bank.tokens().expire(token);
                }));
    }

    private static Arguments control(String told, Consumer<Sandbank> control) {
        return Arguments.of(told, control);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("idle")
    void areRefused(String told, Consumer<Sandbank> control) {
        assertThatThrownBy(() -> control.accept(bank))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told + ", so this would change nothing");
    }

    @Test
    void changeNothingWhereSomeOfItWouldHaveChangedSomething() {
        assertThatThrownBy(() -> bank.user("bob").withdraw("acct-2e90b6", "view", "transferFrom"))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(bank.user("bob").permissions("acct-2e90b6")).contains("view");
        assertThat(bank.journal().changes()).isEmpty();
    }

    @Test
    void areTakenWhereTestsTidyUp() {
        assertThatCode(() -> {
                    bank.user("ada").unblock();
                    bank.user("ada").enable();
                    bank.user("ada").become("active");
                    bank.client("ledger-reader").enable();
                })
                .doesNotThrowAnyException();
    }
}
