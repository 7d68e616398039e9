package dev.sandbank.internal.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.cli.demo.DemoScenario.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client of the demo, which shows every kind of refusal, does nothing wrong. */
class DemoFindingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"apiture", "uphold"})
    void areNone(String name) {
        DemoScenario scenario = Demos.builtIn().of(name);
        try (Sandbank bank = Sandbank.start(scenario.fixture())) {
            DemoClient client = new DemoClient(bank);
            for (Step step : scenario.steps()) {
                step.before().forEach(preparation -> preparation.perform(client));
                if (step.request() != null) {
                    client.prepare(step.request());
                    client.keep(step.keep(), client.send(step.request()));
                }
            }

            assertThat(bank.journal().calls()).hasSizeGreaterThan(5);
            assertThat(bank.findings()).isEmpty();
        }
    }
}
