package dev.sandbank.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two values at one place of the recorded and the new content are one id, drawn twice, or two words. */
class RecordedIdsTest {

    private final RecordedIds ids = new RecordedIds("clients: [{id: ada-batch-7}]");

    @ParameterizedTest
    @CsvSource({
        "xfer-3r5qmukav2p9mxar, xfer-yvgmkxzdyotduxmy",
        "xfer-yvgmkxzdyotduxmy, xfer-3r5qmukav2p9mxar",
        "xfer-yvgmkxzdyotduxmy, xfer-qwkdmnbtxhcvzrpa",
        "ab5ff915-e2a2-4ec6-89a4-d275deaa135a, 0b5ff915-e2a2-4ec6-89a4-d275deaa135b"
    })
    void areRenamedIfTheyAreDrawn(String was, String is) {
        ids.learn(was, is);

        assertThat(ids.translated("/transfers/" + was)).isEqualTo("/transfers/" + is);
    }

    @ParameterizedTest
    @CsvSource({
        "scheduled, processed",
        "pendingApproval, pendingDelivery",
        "12345678, 87654321",
        "ada-batch-7, ada-batch-8"
    })
    void keepTheirNamesIfTheyAreWordsOrOfTheFixture(String was, String is) {
        ids.learn(was, is);

        assertThat(ids.translated("/transfers/" + was)).isEqualTo("/transfers/" + was);
    }
}
