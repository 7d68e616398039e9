package dev.sandbank.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.ChildJvm;
import org.junit.jupiter.api.Test;

/** A thread that is interrupted while it starts a sandbox, which a time limit of a test does, whether the HTTP server runs already or not. */
class InterruptedStartTest {

    private static final String REFUSED =
            "Cannot listen on 127.0.0.1:0: the thread was interrupted, interrupted: true\n";

    @Test
    void isToldSoAndLeavesNothingBehind() throws Exception {
        ChildJvm.Ended ended = ChildJvm.run(InterruptedStarts.class);

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo(REFUSED + "then uphold\n" + REFUSED);
        assertThat(ended.exitCode()).isZero();
    }
}
