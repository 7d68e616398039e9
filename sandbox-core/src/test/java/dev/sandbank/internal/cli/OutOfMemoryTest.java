package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.ChildJvm;
import org.junit.jupiter.api.Test;

class OutOfMemoryTest {

    private static final String SENTENCE = "sandbank: out of memory; give Java a larger heap, such as -Xmx1g";

    @Test
    void endsAProcessThatServesWithOneSentence() throws Exception {
        ChildJvm.Ended ended = ChildJvm.run(Exhausted.class, "-Xmx64m", "--", "serving");

        // Whatever the web server says on its way there, this is the last line and the only one of ours.
        assertThat(ended.err().lines().toList()).endsWith(SENTENCE).containsOnlyOnce(SENTENCE);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(OutOfMemoryExit.CODE);
    }

    @Test
    void failsTheCallAndNoMoreInAProcessOfSomebodyElse() throws Exception {
        ChildJvm.Ended ended = ChildJvm.run(Exhausted.class, "-Xmx64m", "--", "embedded");

        assertThat(ended.out()).isEqualTo("500 401\n");
        assertThat(ended.err()).contains("Exception in thread \"sandbank-", "java.lang.OutOfMemoryError");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void endsServeThatCannotEvenStart() throws Exception {
        ChildJvm.Ended ended = ChildJvm.run(Main.class, "-Xmx10m", "--", "serve", "--port", "0");

        assertThat(ended.err().lines().toList()).endsWith(SENTENCE).containsOnlyOnce(SENTENCE);
        assertThat(ended.exitCode()).isEqualTo(OutOfMemoryExit.CODE);
    }
}
