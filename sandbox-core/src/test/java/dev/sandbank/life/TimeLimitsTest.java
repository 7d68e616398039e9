package dev.sandbank.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import dev.sandbank.internal.time.SandboxClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Time that goes further than a sandbox can: refused where it is said, with how far it goes. */
class TimeLimitsTest {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @Test
    void isNoMomentForAClock() {
        for (Instant moment : new Instant[] {Instant.MIN, Instant.MAX, LAST.plusNanos(1), LAST.plusSeconds(1)}) {
            assertThatThrownBy(() -> bank.clock().freezeAt(moment))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the clock must stay within the years 1 to 9999, so it cannot move to ");
        }
        assertThat(bank.journal().changes()).isEmpty();
    }

    @Test
    void isNoStepForAClock() {
        bank.clock().freezeAt(LAST.minus(Duration.ofDays(1)));
        for (long seconds : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 86_401, -315_537_811_200L}) {
            assertThatThrownBy(() -> bank.clock().advance(Duration.ofSeconds(seconds)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the clock must stay within the years 1 to 9999, so it cannot move by "
                            + Duration.ofSeconds(seconds)
                            + "; from now it can move at most PT24H forward and PT87649391H59M59S back");
        }

        bank.clock().advance(Duration.ofDays(1));

        assertThat(bank.clock().now()).isEqualTo(LAST);
    }

    @Test
    void isNotReachedByAClockThatRuns() {
        Clock beyond = Clock.fixed(Instant.parse("+10000-01-01T00:00:07Z"), ZoneOffset.UTC);
        Clock before = Clock.fixed(Instant.parse("-0001-01-01T00:00:00Z"), ZoneOffset.UTC);

        assertThat(new SandboxClock(beyond, SandboxClock.Setting.SYSTEM).get()).isEqualTo(LAST);
        assertThat(new SandboxClock(before, SandboxClock.Setting.SYSTEM).get()).isEqualTo("0001-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "0000-12-31T23:59:59Z, a moment from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59.5Z, a moment from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z",
        "P2920001D, a duration from -P750000D to P2920000D",
        "-P750001D, a duration from -P750000D to P2920000D",
        "P106751991167300D, a duration from -P750000D to P2920000D",
        "P106751991167301D, a duration from -P750000D to P2920000D",
        "PT2562047788015215H, a duration from -P750000D to P2920000D",
        "PT9223372036854775807S, a duration from -P750000D to P2920000D",
        "-PT9223372036854775808S, a duration from -P750000D to P2920000D"
    })
    void isNoClockOfAFixture(String clock, String expected) {
        assertThatThrownBy(() -> start(clock))
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining("inline fixture:2: clock: found \"" + clock + "\", expected " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "P2920000D", "-P739000D", "PT0.000000001S"})
    void beginsBehindWhereAFixtureCanPutItsClock(String clock) {
        try (Sandbank far = start(clock)) {
            assertThat(far.clock().now()).isBetween(Instant.parse("0001-01-01T00:00:00Z"), LAST);
            assertThat(far.tokens().forClient("payouts")).isNotEmpty();
        }
    }

    @Test
    void isNoTimeToWait() {
        for (Duration time : new Duration[] {
            Duration.ofNanos(-1),
            Duration.ofSeconds(Long.MIN_VALUE),
            Duration.ofDays(100_000).plusNanos(1),
            Duration.ofSeconds(Long.MAX_VALUE)
        }) {
            assertThatThrownBy(() -> bank.journal().awaitCall(call -> true, time))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a wait must be from PT0S to P100000D, not " + time);
            assertThatThrownBy(() -> bank.journal().awaitCalls(calls -> true, time))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void endsAfterTheLongestWait() throws InterruptedException {
        assertThat(bank.journal().awaitCalls(calls -> true, Duration.ofDays(100_000)))
                .isTrue();
        assertThat(bank.journal().awaitCall(call -> true, Duration.ofNanos(1))).isFalse();
    }

    private static Sandbank start(String clock) {
        return Sandbank.builder()
                .fixtureText("extends: uphold\nclock: " + clock)
                .start();
    }
}
