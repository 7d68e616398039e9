package dev.sandbank.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern means what ECMA 262 says, or is refused with the reason. */
class TextPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ^[a-z]+$                        ; abc
            b                               ; abc
            ^\\S(.*\\S)?$                   ; a b
            ^\\S+(\\s+\\S+)+$               ; Ada Lovelace
            ^(?!0+(\\.0+)?$)\\d+(\\.\\d+)?$ ; 0.01
            ^(?=.*[A-Z])(?=.*\\d).{8,}$     ; correctHorse7
            ^(?!x|y)(a|b)$                  ; a
            ^\\u0041\\x42\\u{43}$           ; ABC
            ^\\ud83d\\ude00$                ; 😀
            ^[\\ud83d\\ude00-\\u{1F603}]$   ; 😁
            ^[\\w.-]+@[^\\s@]+$             ; a.b-c@d
            ^\\p{Lu}\\p{L}*$                ; Ünal
            ^\\p{Script=Greek}+$            ; αβγ
            ^a{2,3}?$                       ; aaa
            ^\\/\\-\\{\\}$                  ; /-{}
            ^[\\s\\S]*$                     ; x
            ^a\\bb|c$                       ; c
            ^[^\\s\\p{Z}]+$                 ; x
            (a)(b)?                         ; a
            """)
    void isFound(String pattern, String text) {
        assertThat(TextPattern.of(pattern).isIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ^[a-z]+$                        ; abC
            ^\\S+(\\s+\\S+)+$               ; Ada
            ^(?!0+(\\.0+)?$)\\d+(\\.\\d+)?$ ; 0.00
            ^(?=.*[A-Z])(?=.*\\d).{8,}$     ; correctHorse
            ^(?!x|y)[a-z]$                  ; y
            ^\\u0041$                       ; u0041
            ^\\p{Script=Greek}+$            ; abc
            """)
    void isNotFound(String pattern, String text) {
        assertThat(TextPattern.of(pattern).isIn(text)).isFalse();
    }

    @Test
    void knowsTheSpacesAndTheEndsOfLinesOfEcma() {
        assertThat(TextPattern.of("^[a-z]+$").isIn("abc\n")).isFalse();
        assertThat(TextPattern.of("^.+$").isIn("a\rb")).isFalse();
        assertThat(TextPattern.of("^.+$").isIn("a" + (char) 0x2028 + "b")).isFalse();
        assertThat(TextPattern.of("^.+$").isIn("a" + (char) 0x85 + "b")).isTrue();
        for (char space : new char[] {0x9, 0xB, 0x20, 0xA0, 0x2003, 0x3000, 0xFEFF}) {
            assertThat(TextPattern.of("^\\s[\\s]$").matches("" + space + space)).isTrue();
            assertThat(TextPattern.of("^\\S|[\\S]$").isIn("" + space + space)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            (a)\\1                ; \\1 is not supported: it refers to what was matched before
            (?<n>a)\\k<n>         ; \\k is not supported: it refers to what was matched before
            a(?=b)                ; a lookahead is supported only behind the ^ that a pattern begins with
            (?!b)a                ; a lookahead is supported only behind the ^ that a pattern begins with
            ^(?!a(?!b))c          ; a lookahead is supported only behind the ^ that a pattern begins with
            ^(?!a)b|c             ; a lookahead before alternatives is not supported: put them into a group
            (?<=a)b               ; a group that begins with (? must begin with (?: or (?<name>
            (?i)a                 ; a group that begins with (? must begin with (?: or (?<name>
            (?>a)                 ; a group that begins with (? must begin with (?: or (?<name>
            a++                   ; invalid nested repetition operator
            *a                    ; missing argument to repetition operator
            a{,3}                 ; 'found "{" without a count, expected "\\{", or a count up to 1000'
            a{2000}               ; invalid repeat count
            a{9,2}                ; invalid repeat count
            ((a{100}){100}){100}  ; it has more than 2000 positions once its counts are written out
            [a-z&&[^b]]           ; 'classes within classes are not supported: write "\\[" and "\\&"'
            [[:alpha:]]           ; 'classes within classes are not supported: write "\\[" and "\\&"'
            []a]                  ; 'found an empty class of characters, expected "\\]" if "]" is meant'
            [a                    ; found no end of a class of characters
            (a                    ; found no end of a group
            a)                    ; 'found ")" without a group'
            ^(?=a                 ; found no end of a group
            a\\                   ; found a backslash at the end
            \\Q.\\E               ; \\Q is not supported
            \\h                   ; \\h is not supported
            \\01                  ; \\0 is not supported: it refers to what was matched before
            \\u12                 ; \\u is not supported
            \\p{Nonsense}         ; invalid character class range
            [z-a]                 ; invalid character class range
            """)
    void isRefusedForWhatItAsks(String pattern, String reason) {
        assertThatThrownBy(() -> TextPattern.of(pattern))
                .isInstanceOf(PatternException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "a|", "()", "(?:a)?", "\\", "^(?!", "x{1000}"})
    void isReadOnAStackThatDoesNotGrow(String repeated) {
        assertThatThrownBy(() -> TextPattern.of(repeated.repeat(100_000))).isInstanceOf(PatternException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^([a-z]+ ?)+$", "^(a|b| )*$", "^(\\S+\\s*)+$", "^(?!x)(?:(?:a|b)+ ?)*$", "(.*a){25}"})
    void isMatchedOnAStackThatDoesNotGrow(String pattern) {
        assertThat(TextPattern.of(pattern).isIn("ab ".repeat(300_000))).isTrue();
    }

    @Test
    void tellsItsNamedGroups() {
        TextPattern pattern = TextPattern.of("(?<kind>user|client) (?<id>[a-z]+)|everybody");

        assertThat(pattern.groups("user ann")).contains(Map.of("kind", "user", "id", "ann"));
        assertThat(pattern.groups("everybody")).contains(Map.of());
        assertThat(pattern.groups("user ann ")).isEmpty();
        assertThat(pattern.hasGroup("id")).isTrue();
        assertThat(pattern.hasGroup("other")).isFalse();
    }
}
