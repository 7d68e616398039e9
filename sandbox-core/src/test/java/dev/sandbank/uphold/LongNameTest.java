package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user whose full name has more words than any name. */
class LongNameTest {

    @AutoClose
    private static final Sandbank BANK = Sandbank.start("uphold");

    @ParameterizedTest
    @ValueSource(ints = {201, 4_000, 100_000, 1_000_000})
    void isRefusedForItsLength(int length) {
        assertThat(named("a ".repeat(length / 2) + "b"))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.INPUT_INVALID)
                .has("/details/violations/0/rule", "maxLength")
                .lacks("/details/violations/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ines", " Ines Prado", "Ines Prado ", ""})
    void isRefusedForItsFormIfItIsShort(String name) {
        assertThat(named(name))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.INPUT_INVALID)
                .has("/details/violations/0/rule", "pattern");
    }

    private static HttpCall named(String name) {
        return new Onboarding(BANK).create(Onboarding.INES.replace("Ines Prado", name));
    }
}
