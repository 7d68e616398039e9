package dev.sandbank.internal.cli.demo;

import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.internal.cli.demo.DemoClient.Received;
import dev.sandbank.internal.cli.demo.DemoClient.Sent;
import dev.sandbank.internal.cli.demo.DemoScenario.DemoRequest;
import dev.sandbank.internal.cli.demo.DemoScenario.Step;
import java.io.PrintStream;
import java.util.List;

/** Runs a demo: starts its sandbox, makes every call, and checks whether the result is as described. */
public final class Guide {

    private static final Decision NONE = new Decision("", "", "", List.of(), "", List.of(), List.of(), 0);

    private final Narrator narrator;

    public Guide(PrintStream out) {
        this.narrator = new Narrator(out);
    }

    /**
     * Runs all steps, even after one whose result is not as described.
     *
     * @return how many steps there were, and how many had another result
     */
    public Tally lead(DemoScenario scenario) {
        try (Sandbank bank = Sandbank.start(scenario.fixture())) {
            narrator.open(scenario, bank.baseUrl().toString());
            DemoClient visitor = new DemoClient(bank);
            Tally tally = Tally.NONE;
            for (Step step : scenario.steps()) {
                narrator.step(tally.steps() + 1, step.told());
                tally = tally.plus(take(step, visitor));
            }
            return tally;
        }
    }

    private boolean take(Step step, DemoClient visitor) {
        step.before().forEach(preparation -> narrator.before(preparation.perform(visitor)));
        StepResult outcome = call(step.request(), visitor);
        visitor.keep(step.keep(), outcome.received());
        narrator.request(outcome.sent());
        narrator.reply(outcome.received(), step.reply());
        narrator.decision(outcome.decision());
        List<String> differences =
                outcome.differencesFrom(step.reply(), visitor.bank().baseUrl().toString());
        narrator.verdict(outcome, differences);
        return differences.isEmpty();
    }

    private static StepResult call(DemoRequest request, DemoClient visitor) {
        visitor.bank().journal().clear();
        Sent sent = visitor.prepare(request);
        Received received = visitor.send(request);
        List<Exchange> calls = visitor.bank().journal().calls();
        return new StepResult(
                sent, received, calls.isEmpty() ? NONE : calls.get(0).decision());
    }

    /**
     * The number of steps, and of those whose result was not as described.
     *
     * @param steps all steps
     * @param different those with another result
     */
    public record Tally(int steps, int different) {

        public static final Tally NONE = new Tally(0, 0);

        Tally plus(boolean asTold) {
            return new Tally(steps + 1, asTold ? different : different + 1);
        }

        public Tally plus(Tally other) {
            return new Tally(steps + other.steps, different + other.different);
        }

        public boolean asTold() {
            return different == 0;
        }

        @Override
        public String toString() {
            return asTold()
                    ? "All " + steps + " steps went as described."
                    : different + " of " + steps + " steps did not go as described.";
        }
    }
}
