package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@WithSandbank("uphold")
class WithSandbankTest {

    @Test
    void letsATestRun() {
        assertThat(getClass()).hasAnnotation(WithSandbank.class);
    }
}
