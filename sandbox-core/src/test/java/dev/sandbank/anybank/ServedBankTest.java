package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank of one's own, at a server: the fixture is sent there, and the dialect has to be there. */
class ServedBankTest {

    @TempDir
    private Path folder;

    @Test
    void isThatOfTheServer() {
        Path fixture = TinyBank.write(folder, "", "");
        try (Sandbank server = Sandbank.start(fixture.toString());
                Sandbank bank = Sandbank.builder()
                        .fixture(fixture.toString())
                        .atServer(server.baseUrl())
                        .start()) {
            assertThat(bank.bankName()).isEqualTo("tiny");
            assertThat(bank.tokens().forUser("app", "ann", "read")).isNotEmpty();
        }
    }

    @Test
    void isUnknownToAServerOfAnother() {
        Path fixture = TinyBank.write(folder, "", "");
        try (Sandbank server = Sandbank.start("apiture")) {
            assertThatThrownBy(() -> Sandbank.builder()
                            .fixture(fixture.toString())
                            .atServer(server.baseUrl())
                            .start())
                    .isInstanceOf(SandbankException.class)
                    .hasMessageContaining("bank: found \"tiny\", expected")
                    .hasMessageContaining("a fixture that is sent to a sandbox cannot name files there");
        }
    }
}
