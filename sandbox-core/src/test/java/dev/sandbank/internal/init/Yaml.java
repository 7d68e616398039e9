package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.source.DataFile;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.model.operation.Components;

/** Values of tests, as YAML. */
final class Yaml {

    static final Samples SAMPLES = new Samples(Components.NONE);

    private Yaml() {}

    static JsonNode of(String text) {
        return DataFile.parse("test", "value: " + text).get("value");
    }
}
