package dev.sandbank.integration.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runnable jar, where the libraries and their files have moved, checks a fixture by the schema of its bank. */
class FixturesOfUsersTest {

    private static final Path JAR = Path.of(System.getProperty("sandbank.jar"));

    @TempDir
    private Path place;

    @ParameterizedTest
    @ValueSource(strings = {"apiture", "uphold"})
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void areServed(String bank) throws IOException {
        Path fixture = Files.writeString(place.resolve("own.yaml"), "extends: " + bank + "\n");

        try (ServeCommand serve = ServeCommand.run(JAR, "--fixture", fixture.toString(), "--port", "0")) {
            assertThat(serve.line()).startsWith("sandbank: " + bank + " ready at ");
        }
    }
}
