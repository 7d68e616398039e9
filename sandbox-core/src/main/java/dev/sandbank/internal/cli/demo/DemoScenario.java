package dev.sandbank.internal.cli.demo;

import java.util.List;

/**
 * What the demo of one bank shows.
 *
 * @param title the bank, in words
 * @param about what a newcomer should know before the first step
 * @param fixture the fixture it starts from
 * @param steps what is shown, in order
 */
public record DemoScenario(String title, String about, String fixture, List<DemoStep> steps) {

    public DemoScenario {
        steps = List.copyOf(steps);
    }
}
