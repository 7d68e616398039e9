package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Change;
import dev.sandbank.Decision;
import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.Exchange;
import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes and reads the journal's calls and changes as JSON. */
public final class JournalJson {

    private JournalJson() {}

    public static ObjectNode write(Change change) {
        return Json.object()
                .put("afterCall", change.afterCall())
                .put("at", change.at().toString())
                .put("what", change.what());
    }

    public static Change change(JsonNode told) {
        return new Change(
                told.path("afterCall").asLong(),
                Instant.parse(told.path("at").asText()),
                told.path("what").asText());
    }

    /** Writes a call with its decision. */
    public static ObjectNode write(Exchange exchange) {
        ObjectNode call = Json.object();
        call.put("number", exchange.number());
        call.put("at", exchange.at().toString());
        call.put("method", exchange.method());
        call.put("target", exchange.target());
        ObjectNode requestHeaders = call.putObject("requestHeaders");
        exchange.requestHeaders().forEach((name, values) -> requestHeaders.set(name, Json.array(values)));
        call.put("requestBody", exchange.requestBody());
        call.put("status", exchange.status());
        call.set("replyHeaders", Json.texts(exchange.replyHeaders()));
        call.put("replyBody", exchange.replyBody());
        call.set("decision", write(exchange.decision()));
        call.set("tests", Json.array(exchange.tests()));
        return call;
    }

    public static Exchange exchange(JsonNode call) {
        int status = call.path("status").asInt();
        return new Exchange(
                call.path("number").asLong(),
                Instant.parse(call.path("at").asText()),
                call.path("method").asText(),
                call.path("target").asText(),
                Json.members(call.path("requestHeaders"), Json::texts),
                call.path("requestBody").asText(),
                status,
                Json.members(call.path("replyHeaders"), JsonNode::asText),
                call.path("replyBody").asText(),
                decision(call.path("decision"), status),
                Json.texts(call.path("tests")));
    }

    /** Finds a severity by its word; empty if there is none. */
    public static Optional<Severity> severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(each -> Json.word(each).equals(word))
                .findFirst();
    }

    /** The words of all severities. */
    public static List<String> severities() {
        return Arrays.stream(Severity.values()).map(Json::word).toList();
    }

    /** Writes what a client did wrong. */
    public static ObjectNode write(Finding finding) {
        ObjectNode written = Json.object();
        written.put("rule", finding.rule());
        written.put("severity", Json.word(finding.severity()));
        written.put("client", finding.client());
        ArrayNode calls = written.putArray("calls");
        finding.calls().forEach(calls::add);
        written.put("what", finding.what());
        written.put("advice", finding.advice());
        written.put("source", finding.source());
        return written;
    }

    private static ObjectNode write(Decision decision) {
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
        decision.gates()
                .forEach(gate -> gates.addObject()
                        .put("name", gate.name())
                        .put("verdict", Json.word(gate.verdict()))
                        .put("saw", gate.saw()));
        return written;
    }

    private static Decision decision(JsonNode told, int status) {
        return new Decision(
                told.path("operation").asText(),
                told.path("client").asText(),
                told.path("subject").asText(),
                told.path("gates").valueStream().map(JournalJson::gate).toList(),
                told.path("refusal").asText(),
                Json.texts(told.path("required")),
                Json.texts(told.path("held")),
                status);
    }

    private static Gate gate(JsonNode told) {
        return new Gate(
                told.path("name").asText(),
                Json.constant(Verdict.class, told.path("verdict")),
                told.path("saw").asText());
    }
}
