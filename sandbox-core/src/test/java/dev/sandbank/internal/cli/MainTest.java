package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void knowsThatItIsNotPackaged() {
        assertThat(Main.version()).isEqualTo("unpackaged");
    }
}
