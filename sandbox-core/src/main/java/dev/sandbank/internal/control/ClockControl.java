package dev.sandbank.internal.control;

import dev.sandbank.SandbankClock;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.time.SandboxClock;
import dev.sandbank.internal.webhook.Webhooks;
import java.time.Duration;
import java.time.Instant;

/**
 * Controls the clock of a sandbox, and notes each move. It refuses a move that makes too much fall due at once.
 *
 * @param bank the sandbox
 */
public record ClockControl(Bank bank) implements SandbankClock {

    @Override
    public Instant now() {
        return bank.clock().get();
    }

    @Override
    public boolean isFrozen() {
        return bank.clock().isFrozen();
    }

    @Override
    public void freezeAt(Instant moment) {
        bank.requireFeasible(SandboxClock.within(moment));
        bank.clock().freezeAt(moment);
        bank.note("the clock is stopped at " + moment);
        deliver();
    }

    @Override
    public void advance(Duration step) {
        bank.requireFeasible(bank.clock().after(step));
        bank.clock().advance(step);
        bank.note("the clock is moved by " + step);
        deliver();
    }

    @Override
    public void followSystem() {
        bank.requireFeasible(bank.clock().ofSystem());
        bank.clock().followSystem();
        bank.note("the clock follows the system's");
        deliver();
    }

    /** Posts the deliveries that are due now, where webhooks do that by themselves. */
    private void deliver() {
        for (Environment environment : bank.environments().values()) {
            environment.webhooks().filter(Webhooks::delivers).ifPresent(webhooks -> {
                environment.catchUp();
                webhooks.committed();
            });
        }
    }
}
