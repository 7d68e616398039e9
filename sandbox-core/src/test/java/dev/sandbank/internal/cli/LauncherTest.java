package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.8", "9", "11", "16"})
    void tellsAnOlderJavaWhatItLacks(String version) {
        assertThat(Launcher.objectionTo(version))
                .isEqualTo("Sandbank needs Java 17 or later; this is Java " + version + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "21", "25", "100", "26-something", ""})
    void leadsEveryOtherOn(String version) {
        assertThat(Launcher.objectionTo(version)).isEmpty();
    }

    @Test
    void canBeLoadedByJavaEight() throws IOException {
        try (DataInputStream bytes = new DataInputStream(
                Objects.requireNonNull(Launcher.class.getResourceAsStream("Launcher.class"), "Launcher.class"))) {
            bytes.readInt();
            int minor = bytes.readUnsignedShort();
            int major = bytes.readUnsignedShort();

            assertThat(major).isEqualTo(52);
            assertThat(minor).isZero();
        }
    }
}
