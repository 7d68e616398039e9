package dev.sandbank.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An untouched sandbox: its export is a good fixture, and starts the same. */
class ExportOfAFixtureTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiture",
                "uphold",
                "demo-apiture",
                "demo-uphold",
                "dev/sandbank/fixtures/examples/musterbank/fixture.yaml"
            })
    void exportsTheSameAgain(String fixture) throws IOException {
        try (Sandbank first = Sandbank.start(fixture)) {
            first.clock().freezeAt(Instant.parse("2031-03-04T10:00:00.123Z"));
            String text = first.export();
            try (Sandbank second = Sandbank.builder().fixtureText(text).start()) {
                assertThat(second.export()).isEqualTo(text);
            }
        }
    }
}
