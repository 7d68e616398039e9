package dev.sandbank.life;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that take time: in Java and over HTTP the same is too long for them, and refused in the same words. */
class LongFaultsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @ParameterizedTest
    @CsvSource({"delay, PT1H", "throttle, PT8760H", "delayOnSandboxClock, PT87649392H"})
    void takeNoLongerThanTheyMay(String effect, Duration longest) {
        List<Duration> tooLong = List.of(longest.plusNanos(1), Duration.ofSeconds(Long.MAX_VALUE));
        for (Duration time : tooLong) {
            String told = "a time must be at most " + longest + " here, not " + time;

            assertThatThrownBy(() -> set(effect, time))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(told);
            control(bank, "POST", "/faults")
                    .json("{\"effect\": {\"type\": \"%s\", \"%s\": \"%s\"}}"
                            .formatted(effect, effect.equals("throttle") ? "wait" : "time", time))
                    .send()
                    .isProblem(400, told);
        }
        assertThat(bank.faults().count()).isZero();

        set(effect, longest);
        assertThat(bank.faults().count()).isEqualTo(1);
    }

    private void set(String effect, Duration time) {
        SandbankFault fault = bank.faults().on("listAccounts");
        switch (effect) {
            case "delay" -> fault.delay(time);
            case "throttle" -> fault.throttle(time);
            default -> fault.delayOnSandboxClock(time);
        }
    }
}
