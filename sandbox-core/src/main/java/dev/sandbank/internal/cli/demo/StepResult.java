package dev.sandbank.internal.cli.demo;

import dev.sandbank.Decision;
import dev.sandbank.Decision.Gate;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of one call.
 *
 * @param sent the request
 * @param received the reply
 * @param decision how the sandbox decided it
 */
record StepResult(Sent sent, Received received, Decision decision) {

    /** What is not as told; nothing if all is. */
    List<String> differencesFrom(Expectation told, String baseUrl) {
        Differences differences = new Differences(baseUrl);
        differences.compare("the status", String.valueOf(told.status()), String.valueOf(received.status()));
        differences.compare("the refusal", told.refusal(), decision.refusal());
        if (!told.gate().isEmpty()) {
            differences.compare("the last gate", told.gate(), lastGate());
        }
        told.headers().forEach((name, value) -> differences.compare(name, value, header(name)));
        compareBody(told, differences);
        return differences.found();
    }

    private void compareBody(Expectation told, Differences differences) {
        if (told.body() != null) {
            differences.compareAtLeast("the body", told.body(), received.json());
        }
        if (told.exactBody() != null) {
            differences.compareExactly("the body", told.exactBody(), received.json());
        }
        if (told.members() != null) {
            List<String> names = new ArrayList<>();
            received.json().fieldNames().forEachRemaining(names::add);
            differences.compare("the order of the members", told.members().toString(), names.toString());
        }
    }

    private String header(String name) {
        return String.join(", ", received.headers().allValues(name));
    }

    private String lastGate() {
        List<Gate> gates = decision.gates();
        return gates.isEmpty() ? "" : gates.get(gates.size() - 1).name();
    }
}
