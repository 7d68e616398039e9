package dev.sandbank.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankNames.Kind;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A misspelt name is told from one that is merely not the case, wherever a test may write it. */
class NamesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    static Stream<String> refusals() {
        return Stream.of(DenialReason.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(NamesTest::value);
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void includeEveryRefusalThatHasAConstant(String refusal) {
        assertThat(bank.names().all(Kind.DENIAL_REASON)).contains(refusal);
        assertThat(bank.names().doubt(Kind.DENIAL_REASON, refusal)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATION, createTransfre, createTransfer",
        "OPERATION, tokne, token",
        "CLIENT, ada-bacth, ada-batch",
        "USER, adda, ada",
        "SCOPE, banking/raed, banking/read",
        "DENIAL_REASON, subject_blocked, subject-blocked"
    })
    void areGuessedIfTheyAreMisspelt(Kind kind, String misspelt, String meant) {
        assertThat(bank.names().doubt(kind, meant)).isEmpty();
        assertThat(bank.names().doubt(kind, misspelt))
                .hasValueSatisfying(
                        doubt -> assertThat(doubt).endsWith("\"" + misspelt + "\", did you mean \"" + meant + "\"?"));
    }

    @Test
    void areNotGuessedFromAfar() {
        assertThat(bank.names().doubt(Kind.CLIENT, "somebody else")).contains("there is no client \"somebody else\"");
    }

    @Test
    void areGuessedByEveryControl() {
        told("there is no client \"ada-bacth\", did you mean \"ada-batch\"?", () -> bank.client("ada-bacth"));
        told(
                "there is no client \"ada-bacth\", did you mean \"ada-batch\"?",
                () -> bank.tokens().forClient("ada-bacth"));
        told("there is no user \"adda\", did you mean \"ada\"?", () -> bank.user("adda"));
        told(
                "there is no user \"adda\", did you mean \"ada\"?",
                () -> bank.tokens().forUser("mobile-app", "adda"));
        told(
                "there is no scope \"banking/raed\", did you mean \"banking/read\"?",
                () -> bank.tokens().forClient("ada-batch", "banking/raed"));
        told(
                "there is no scope \"banking/raed\", did you mean \"banking/read\"?",
                () -> bank.client("ada-batch").setScopes("banking/raed"));
        told("there is no operation \"getAcount\", did you mean \"getAccount\"?", () -> bank.url("getAcount", "x"));
    }

    private static void told(String message, ThrowingCallable control) {
        assertThatIllegalArgumentException().isThrownBy(control).withMessage(message);
    }
}
