package dev.sandbank.internal.denial;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.denial.Scenario.Arranged;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.explain.DryRun;
import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A bank with only its fixture in it, whose clock stands still; a rehearsed call leaves no trace. */
final class RehearsalBank extends BankControl implements AutoCloseable {

    private static final URI NOWHERE = URI.create("http://127.0.0.1");

    private RehearsalBank(Bank bank) {
        super(bank, () -> NOWHERE, null);
    }

    /** @param when computes the time there from that of the fixture */
    static RehearsalBank of(PreparedFixture prepared, UnaryOperator<Instant> when) {
        Bank bank = new Bank(prepared, NOWHERE::toString);
        bank.clock().freezeAt(when.apply(bank.clock().get()));
        return new RehearsalBank(bank);
    }

    DryRun dryRun() {
        return DryRun.in(bank(), "");
    }

    Dialect dialect() {
        return environment().definition().dialect();
    }

    /** Returns the answer to a call that is arranged this way. */
    Answer answer(Function<BankControl, Arranged> arrangement) {
        return environment()
                .store()
                .rehearse(() -> Answer.of(
                        environment().answer(arrangement.apply(this).call().toRequest("")),
                        dialect().envelope()));
    }

    @Override
    public void close() {
        bank().close();
    }
}
