package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import org.junit.jupiter.api.Test;

class FilterExamplesTest {

    private final DraftedBank mandates = new DraftedBank("mandates");

    @Test
    void askForAnEntryThatIsThere() {
        assertThat(mandates.operation("listDevices").path("examples"))
                .isEqualTo(Yaml.of("{mandateId: man-4711, day: '2031-01-02'}"));
    }

    @Test
    void areDaysWhereAnEntryHasAMoment() {
        CollectionDraft devices = new CollectionDraft("devices", "devices", null);
        devices.entries().add((ObjectNode) Yaml.of("{id: dev-1, day: '2031-01-02T10:00:00Z'}"));
        ObjectNode made = (ObjectNode) Yaml.of(
                "{work: {list: {filters: [{fact: day, from: '${parameter.day}'}]}}, examples: {day: '2020-01-01'}}");

        new FilterExamples(
                        mandates.described("listDevices"),
                        new Samples(mandates.described.inventory().requests()))
                .write(made, devices);

        assertThat(made.at("/examples/day").asText()).isEqualTo("2031-01-02");
    }
}
