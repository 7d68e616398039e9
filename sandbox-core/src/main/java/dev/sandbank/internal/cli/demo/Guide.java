package dev.sandbank.internal.cli.demo;

import dev.sandbank.BadDelivery;
import dev.sandbank.Decision;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.internal.cli.demo.DemoClient.Received;
import dev.sandbank.internal.cli.demo.DemoClient.Sent;
import dev.sandbank.internal.cli.demo.DemoScenario.DemoEvent;
import dev.sandbank.internal.cli.demo.DemoScenario.DemoRequest;
import dev.sandbank.internal.cli.demo.DemoScenario.Step;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        DemoRequest request = step.request();
        StepResult outcome = request == null ? tell(step.event(), visitor) : call(request, visitor);
        visitor.keep(step.keep(), outcome.received());
        narrator.request(outcome.sent());
        narrator.reply(outcome.received(), step.reply());
        if (request != null) {
            narrator.decision(outcome.decision());
        }
        List<String> differences =
                outcome.differencesFrom(step, visitor.bank().baseUrl().toString());
        narrator.verdict(outcome, differences);
        return differences.isEmpty();
    }

    /** Delivers the latest event of a type to an application, or one that somebody has forged of it. */
    private StepResult tell(@Nullable DemoEvent event, DemoClient visitor) {
        SandbankWebhook endpoint = visitor.bank().webhooks().endpoints().get(0);
        WebhookDelivery delivery = latest(Objects.requireNonNull(event).type(), endpoint);
        DeliveryFlaw flaw = event.flaw();
        try (DemoReceiver receiver = DemoReceiver.start(endpoint, visitor.bank().clock()::now)) {
            String url = receiver.url().toString();
            if (flaw == null) {
                StepResult outcome = posted(new Sent("POST", url, delivery.headers(), delivery.body()), visitor);
                delivery.answered(outcome.received().status());
                return outcome;
            }
            narrator.before("somebody forges this event: " + flaw.summary());
            BadDelivery.Attempt forged = delivery.bad(flaw).attempts().get(0);
            return posted(new Sent("POST", url, forged.headers(), forged.body()), visitor);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo cannot listen on this machine", e);
        }
    }

    private static WebhookDelivery latest(String type, SandbankWebhook endpoint) {
        return endpoint.deliveries().stream()
                .filter(each -> each.event().type().equals(type))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("no event " + type + " was made"));
    }

    private static StepResult posted(Sent sent, DemoClient visitor) {
        return new StepResult(sent, visitor.send(sent), NONE);
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
