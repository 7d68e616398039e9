package dev.sandbank.internal.cli.demo;

import dev.sandbank.Decision;
import dev.sandbank.internal.cli.demo.DemoScenario.Expectation;
import java.io.PrintStream;
import java.util.List;

/** Tells what happens so that a newcomer can read it from top to bottom: sentence, request, reply, decision. */
final class Narrator {

    private static final int WIDTH = 100;
    private static final String MARGIN = " ".repeat(4);
    private static final String LABEL = "%-10s";
    private static final int COLUMN = WIDTH - MARGIN.length() - 10;

    private final PrintStream out;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void open(DemoScenario scenario, String baseUrl) {
        out.println(scenario.title());
        out.println("=".repeat(scenario.title().length()));
        WrappedLines.wrap(scenario.about().strip(), WIDTH).forEach(out::println);
        out.println("It runs at " + baseUrl + ".");
        out.println();
    }

    void step(int number, String told) {
        List<String> lines = WrappedLines.wrap(told.strip(), WIDTH - MARGIN.length());
        out.printf("%2d  %s%n", number, lines.get(0));
        lines.stream().skip(1).forEach(line -> out.println(MARGIN + line));
        out.println();
    }

    void before(String done) {
        say("before", WrappedLines.wrap(done, COLUMN));
    }

    void request(Sent sent) {
        say("request", ExchangeText.request(sent, COLUMN));
    }

    void reply(Received received, Expectation told) {
        say("reply", ExchangeText.reply(received, told.headers().keySet(), COLUMN));
    }

    void decision(Decision decision) {
        say("decision", ExchangeText.decision(decision, COLUMN));
    }

    /** Whether it came as told. */
    void verdict(StepResult outcome, List<String> differences) {
        if (differences.isEmpty()) {
            String refusal = outcome.decision().refusal();
            say("as told", List.of(outcome.received().status() + (refusal.isEmpty() ? "" : " " + refusal)));
        }
        differences.forEach(difference -> say("DIFFERS", WrappedLines.wrap(difference, COLUMN)));
        out.println();
    }

    private void say(String label, List<String> lines) {
        for (int index = 0; index < lines.size(); index++) {
            out.println(MARGIN + LABEL.formatted(index == 0 ? label : "") + lines.get(index));
        }
    }
}
