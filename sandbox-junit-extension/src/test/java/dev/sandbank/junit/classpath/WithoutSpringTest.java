package dev.sandbank.junit.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Spring is optional: only tests of Spring applications need it. */
class WithoutSpringTest {

    @Test
    void theExtensionRunsTests() throws Exception {
        assertThat(ClassPathWithout.run("org.springframework.")).isEqualTo("1 passed");
    }
}
