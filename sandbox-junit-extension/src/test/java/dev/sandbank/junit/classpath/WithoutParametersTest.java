package dev.sandbank.junit.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** JUnit's own parameterized tests are optional: only the catalogues need them. */
class WithoutParametersTest {

    @Test
    void theExtensionRunsTests() throws Exception {
        assertThat(ClassPathWithout.run("org.junit.jupiter.params.")).isEqualTo("1 passed");
    }
}
