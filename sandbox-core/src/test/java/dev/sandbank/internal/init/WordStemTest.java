package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordStemTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cancel cancels cancelled canceled cancellation",
                "capture captures captured",
                "refund refunds refunded",
                "reverse reversal reversals reversed",
                "approve approval approved",
                "verify verified verification",
                "close closed closure",
                "submit submitted",
                "authorise authorised authorization",
                "activate activated active activation",
                "settle settled settlement",
                "deny denied"
            })
    void isTheSameForAllFormsOfAWord(String forms) {
        assertThat(Stream.of(forms.split(" ")).map(WordStem::of).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"active inactive", "block unblock", "accept except", "pay play"})
    void isAnotherForOtherWords(String words) {
        assertThat(Stream.of(words.split(" ")).map(WordStem::of).distinct()).hasSize(2);
    }
}
