package dev.sandbank.internal.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Decision;
import dev.sandbank.Decision.Gate;
import dev.sandbank.internal.cli.demo.DemoClient.Received;
import dev.sandbank.internal.cli.demo.DemoClient.Sent;
import dev.sandbank.internal.cli.demo.DemoScenario.Content;
import dev.sandbank.internal.cli.demo.DemoScenario.Expectation;
import dev.sandbank.internal.cli.demo.DemoScenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The result of one call.
 *
 * @param sent the request
 * @param received the reply
 * @param decision how the sandbox decided it
 */
record StepResult(Sent sent, Received received, Decision decision) {

    /** Returns what differs from the description; empty if nothing does. */
    List<String> differencesFrom(Step step, String baseUrl) {
        Expectation told = step.reply();
        Differences differences = new Differences(baseUrl);
        differences.compare("the status", String.valueOf(told.status()), String.valueOf(received.status()));
        String reason = decision.refusedFor(told.refusal()) ? told.refusal() : decision.refusal();
        differences.compare("the refusal", told.refusal(), reason);
        if (!told.gate().isEmpty()) {
            differences.compare("the last gate", told.gate(), lastGate());
        }
        told.headers().forEach((name, value) -> differences.compare(name, value, header(name)));
        compareBody(told.content(), differences);
        if (step.event() != null && step.event().body() != null) {
            differences.compareAtLeast("the event", step.event().body(), Received.jsonOf(sent.body()));
        }
        return differences.found();
    }

    private void compareBody(Content told, Differences differences) {
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

    /** Compares what was expected with what came, and notes each difference in a sentence. */
    private static final class Differences {

        /** A placeholder in expected values for the sandbox's own URL, which is unknown before it starts. */
        private static final String BASE = "${base}";

        private final String baseUrl;
        private final List<String> found = new ArrayList<>();

        Differences(String baseUrl) {
            this.baseUrl = baseUrl;
        }

        List<String> found() {
            return List.copyOf(found);
        }

        void compare(String what, String told, String was) {
            String resolved = told.replace(BASE, baseUrl);
            if (!resolved.equals(was)) {
                found.add(what + " is " + shown(was) + ", expected " + shown(resolved));
            }
        }

        /** Compares values; objects may have further members, everything else must be equal. */
        void compareAtLeast(String what, JsonNode told, JsonNode was) {
            compare(what, told, was, false);
        }

        /** Compares values; objects must have the same members in any order, everything else must be equal. */
        void compareExactly(String what, JsonNode told, JsonNode was) {
            compare(what, told, was, true);
        }

        private void compare(String what, JsonNode told, JsonNode was, boolean exactly) {
            if (told instanceof ObjectNode object && was.isObject()) {
                if (exactly) {
                    compare(
                            "the members of " + what,
                            names(told).toString(),
                            names(was).toString());
                }
                for (Map.Entry<String, JsonNode> member : object.properties()) {
                    String path = what + "." + member.getKey();
                    compare(path, member.getValue(), was.path(member.getKey()), exactly);
                }
            } else if (told.isArray() && was.isArray() && told.size() == was.size()) {
                for (int index = 0; index < told.size(); index++) {
                    compare(what + "[" + index + "]", told.path(index), was.path(index), exactly);
                }
            } else {
                compare(what, told.toString(), was.toString());
            }
        }

        private static Set<String> names(JsonNode object) {
            Set<String> names = new TreeSet<>();
            object.fieldNames().forEachRemaining(names::add);
            return names;
        }

        private static String shown(String value) {
            return value.isEmpty() ? "nothing" : value;
        }
    }
}
