package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.journal.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Ruling;
import dev.sandbank.internal.model.Step;
import java.util.List;

/** A call of the journal in JSON, with its decision. */
final class CallJson {

    private CallJson() {}

    static ObjectNode write(Entry entry) {
        ObjectNode call = Json.object();
        call.put("number", entry.number());
        call.put("at", entry.at().toString());
        call.put("method", entry.method());
        call.put("target", entry.target());
        ObjectNode requestHeaders = call.putObject("requestHeaders");
        entry.requestHeaders().forEach((name, values) -> requestHeaders.set(name, Json.array(values)));
        call.put("requestBody", entry.requestBody());
        call.put("status", entry.status());
        ObjectNode replyHeaders = call.putObject("replyHeaders");
        entry.replyHeaders().forEach(replyHeaders::put);
        call.put("replyBody", entry.replyBody());
        call.set("decision", decision(entry.ruling()));
        call.set("tests", Json.array(entry.tests()));
        return call;
    }

    private static ObjectNode decision(Ruling ruling) {
        ObjectNode decision = Json.object();
        decision.put("operation", ruling.operation());
        decision.put("client", ruling.client());
        decision.put("subject", ruling.subject());
        decision.put("allowed", ruling.refused().isEmpty());
        decision.put("refusal", ruling.refused().map(Refusal::key).orElse(""));
        decision.put("explanation", explanation(ruling));
        decision.set("required", Json.array(ruling.listed("required")));
        decision.set("held", Json.array(ruling.listed("held")));
        ArrayNode gates = decision.putArray("gates");
        ruling.steps().forEach(step -> gates.add(gate(step)));
        return decision;
    }

    private static ObjectNode gate(Step step) {
        return Json.object()
                .put("name", step.gate())
                .put("verdict", step.passed() ? "passed" : "refused")
                .put("saw", step.saw());
    }

    private static String explanation(Ruling ruling) {
        List<Step> steps = ruling.steps();
        if (ruling.refused().isEmpty() || steps.isEmpty()) {
            return "allowed";
        }
        Step last = steps.get(steps.size() - 1);
        return "refused at " + last.gate() + ": " + last.saw();
    }
}
