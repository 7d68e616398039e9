package dev.sandbank.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.ChildJvm;
import org.junit.jupiter.api.Test;

/** A thread that is interrupted while it starts the first sandbox of a process, which a time limit of a test does. */
class InterruptedStartTest {

    @Test
    void isToldSoAndLeavesNothingBehind() throws Exception {
        ChildJvm.Ended ended = ChildJvm.run(InterruptedStarts.class);

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .isEqualTo(
                        "Cannot listen on 127.0.0.1:0: the thread was interrupted, interrupted: true\nthen uphold\n");
        assertThat(ended.exitCode()).isZero();
    }
}
