package dev.sandbank.internal.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fixture.source.DataFile;

/** Finds the demo of a bank. */
@FunctionalInterface
public interface Demos {

    DemoScenario of(String bank);

    /** Returns the demos of the built-in banks. */
    static Demos builtIn() {
        return bank -> read(DataFile.delivered("demos/" + bank + ".yaml"));
    }

    /** Reads a demo from YAML or JSON. */
    static DemoScenario read(ObjectNode scenario) {
        try {
            return new JsonMapper().treeToValue(scenario, DemoScenario.class);
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("not a scenario: " + bad.getOriginalMessage(), bad);
        }
    }
}
