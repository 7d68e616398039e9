package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Decision;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.SandbankException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fixture may have replies held to the bank's description. */
class CheckedRepliesTest {

    @TempDir
    private Path folder;

    private TinyBank bank(String settings, String reply) {
        DescribedBank.write(folder, Map.of("openapi.yaml", DescribedBank.DESCRIPTION));
        return TinyBank.start(
                folder,
                DescribedBank.DIALECT.replace("work: {get: {}}", "work: {get: {}}\n    reply: {body: " + reply + "}"),
                DescribedBank.FIXTURE + settings);
    }

    private static List<Decision.Gate> lastGate(TinyBank bank) {
        List<Decision.Gate> gates =
                bank.get("ann", "/notes/n-1").send().decision().gates();
        return gates.subList(gates.size() - 1, gates.size());
    }

    @Test
    void tellsInTheJournalWhatIsWrong() {
        try (TinyBank bank = bank("settings: {checkReplies: true}\n", "{id: \"${id}\"}")) {
            assertThat(lastGate(bank))
                    .containsExactly(new Decision.Gate(
                            "reply",
                            Verdict.SPOILED,
                            "does not match the description: text required property 'text' not found"));
            assertThat(bank.sandbank().journal().lastCall().decision().spoiledBy())
                    .hasValueSatisfying(why -> assertThat(why).startsWith("the reply does not match the description"));
        }
    }

    @Test
    void leavesGoodRepliesAlone() {
        try (TinyBank bank = bank("settings: {checkReplies: true}\n", "\"${entry}\"")) {
            assertThat(lastGate(bank)).extracting(Decision.Gate::name).containsExactly("rules");
            assertThat(bank.get("ann", "/notes/n-1")).hasStatus(200);
        }
    }

    @Test
    void isOffElse() {
        try (TinyBank bank = bank("", "{id: \"${id}\"}")) {
            assertThat(lastGate(bank)).extracting(Decision.Gate::name).containsExactly("rules");
        }
    }

    @Test
    void cannotBeHadWithoutADescription() {
        assertThatThrownBy(() ->
                        TinyBank.start("", "settings: {checkReplies: true}\n").close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining("checkReplies");
    }
}
