package dev.sandbank.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What was seen in the scenarios of {@code src/test/browser/scenarios.mjs}. */
record Seen(JsonNode report) {

    /** One scenario, which must have come to its end, with nothing for the browser to complain of on its console. */
    JsonNode in(String scenario) {
        JsonNode seen = report.path(scenario);
        assertThat(seen.isObject()).as(scenario).isTrue();
        assertThat(seen.path("failure").asText()).as(scenario).isEmpty();
        assertThat(texts(seen.path("complaints"))).as(scenario).isEmpty();
        return seen;
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
