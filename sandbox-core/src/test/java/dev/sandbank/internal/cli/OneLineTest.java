package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OneLineTest {

    @Property
    void neverEndsBeforeItsEnd(@ForAll String text) {
        assertThat(TerminalText.of(text)).doesNotMatch("(?s).*[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}].*");
    }

    @Test
    void spellsOutWhatItCannotShow() {
        assertThat(TerminalText.of("a\nb\u001b[31m\u202Ec\uD800")).isEqualTo("a\\u000Ab\\u001B[31m\\u202Ec\\uD800");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(TerminalText.of("Zoë pays 10 € → 🏦")).isEqualTo("Zoë pays 10 € → 🏦");
    }

    @Test
    void isNotEndless() {
        assertThat(TerminalText.of("x".repeat(100_000))).hasSizeLessThan(5_000).endsWith("x…");
    }

    @Test
    void makesAWordWithoutBlanks() {
        assertThat(TerminalText.word("/a b")).isEqualTo("/a%20b");
        assertThat(TerminalText.word("")).isEqualTo("-");
    }
}
