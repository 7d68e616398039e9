package dev.sandbank.junit.guides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import org.junit.jupiter.api.RepeatedTest;

@WithSandbank("apiture")
class OneForEachTestTest {

    @RepeatedTest(2)
    void findsTheUserActive(Sandbank bank) {
        assertThat(bank.user("ada").status()).isEqualTo("active");
        bank.user("ada").block();
    }
}
