package dev.sandbank.junit.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fixed port of a test in one of several JVMs. */
class ForkPortsTest {

    @Test
    void areThoseThatTestsNameIfNothingIsSaid() {
        assertThat(ForkPorts.of(28_890, Map.of())).isEqualTo(28_890);
        assertThat(ForkPorts.of(28_890, Map.of("org.gradle.test.worker", "57"))).isEqualTo(28_890);
    }

    @Test
    void areMovedOnByTheNumberOfTheFork() {
        assertThat(ForkPorts.of(28_890, Map.of("sandbank.port.offset", "2"))).isEqualTo(28_892);
    }

    @ParameterizedTest
    @CsvSource({"4, 28890", "57, 28891", "58, 28892", "59, 28893"})
    void areMovedOnByAWorkerOfGradle(String worker, int port) {
        assertThat(ForkPorts.of(28_890, Map.of("sandbank.port.forks", "4", "org.gradle.test.worker", worker)))
                .isEqualTo(port);
    }

    @Test
    void areAnyIfAnyWillDo() {
        assertThat(ForkPorts.of(0, Map.of("sandbank.port.offset", "2"))).isZero();
    }

    @Test
    void needANumber() {
        assertThatThrownBy(() -> ForkPorts.of(28_890, Map.of("sandbank.port.offset", "${surefire.forkNumber}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the system property sandbank.port.offset is not a number: ${surefire.forkNumber}");
    }
}
