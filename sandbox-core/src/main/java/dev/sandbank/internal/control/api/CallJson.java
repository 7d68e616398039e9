package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Decision;
import dev.sandbank.Exchange;
import java.util.Locale;

/** A call of the journal in JSON, with its decision. */
final class CallJson {

    private CallJson() {}

    static ObjectNode write(Exchange exchange) {
        ObjectNode call = Json.object();
        call.put("number", exchange.number());
        call.put("at", exchange.at().toString());
        call.put("method", exchange.method());
        call.put("target", exchange.target());
        ObjectNode requestHeaders = call.putObject("requestHeaders");
        exchange.requestHeaders().forEach((name, values) -> requestHeaders.set(name, Json.array(values)));
        call.put("requestBody", exchange.requestBody());
        call.put("status", exchange.status());
        ObjectNode replyHeaders = call.putObject("replyHeaders");
        exchange.replyHeaders().forEach(replyHeaders::put);
        call.put("replyBody", exchange.replyBody());
        call.set("decision", decision(exchange.decision()));
        call.set("tests", Json.array(exchange.tests()));
        return call;
    }

    private static ObjectNode decision(Decision decision) {
        ObjectNode written = Json.object();
        written.put("operation", decision.operation());
        written.put("client", decision.client());
        written.put("subject", decision.subject());
        written.put("allowed", decision.allowed());
        written.put("refusal", decision.refusal());
        written.put("explanation", decision.explain());
        written.set("required", Json.array(decision.required()));
        written.set("held", Json.array(decision.held()));
        ArrayNode gates = written.putArray("gates");
        decision.gates().forEach(gate -> gates.add(gate(gate)));
        return written;
    }

    private static ObjectNode gate(Decision.Gate gate) {
        return Json.object()
                .put("name", gate.name())
                .put("verdict", gate.verdict().name().toLowerCase(Locale.ROOT))
                .put("saw", gate.saw());
    }
}
