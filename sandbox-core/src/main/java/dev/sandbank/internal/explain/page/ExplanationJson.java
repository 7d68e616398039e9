package dev.sandbank.internal.explain.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.explain.CallRequest;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.Cell;
import dev.sandbank.internal.explain.Explanation;
import dev.sandbank.internal.journal.Redaction;
import dev.sandbank.internal.model.Reply;
import java.util.Collection;

/** Formats an explanation for programs. */
public final class ExplanationJson {

    private ExplanationJson() {}

    public static String of(Explanation explanation, String bank) {
        Cell cell = explanation.cell();
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("bank", bank);
        all.put("operation", explanation.call().operation().id());
        all.put("allowed", cell.allowed());
        all.put("gate", cell.allowed() ? null : cell.gate());
        all.put("refusal", cell.allowed() ? null : cell.refusal());
        all.set("required", texts(explanation.fact("required")));
        all.set("held", texts(explanation.fact("held")));
        all.set("caller", caller(explanation.caller()));
        all.set("request", request(explanation));
        ArrayNode gates = all.putArray("gates");
        explanation
                .steps()
                .forEach(gate -> gates.addObject()
                        .put("name", gate.name())
                        .put("passed", gate.verdict() == Verdict.PASSED)
                        .put("saw", gate.saw()));
        all.set("reply", reply(explanation.reply()));
        explanation.events().ifPresent(events -> {
            ArrayNode told = all.putArray("events");
            events.forEach(event -> told.add(event(event)));
        });
        return CallText.pretty(all) + "\n";
    }

    static ObjectNode caller(Caller caller) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("user", caller.userId().orElse(null));
        node.put("client", caller.client().id());
        node.put("name", caller.name());
        node.put("state", caller.state());
        node.put("through", caller.through());
        node.set("scopes", texts(caller.scopes().names()));
        return node;
    }

    private static ObjectNode request(Explanation explanation) {
        CallRequest request = explanation.request();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("method", request.method());
        node.put("target", CallText.target(request));
        ObjectNode headers = node.putObject("headers");
        explanation.headers().forEach((name, value) -> headers.put(name, Redaction.header(name, value)));
        node.set("body", body(request.body()));
        return node;
    }

    private static ObjectNode reply(Reply reply) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("status", reply.status());
        ObjectNode headers = node.putObject("headers");
        reply.headers().forEach((name, value) -> headers.put(name, Redaction.header(name, value)));
        node.set("body", body(reply.body()));
        return node;
    }

    private static ObjectNode event(Explanation.Event event) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", event.type());
        node.set("to", texts(event.to()));
        node.set("body", body(event.body()));
        return node;
    }

    /** Returns JSON as it is, another text as a text, an empty one as null. */
    private static JsonNode body(String text) {
        if (text.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        JsonNode json = CallText.json(text);
        return json.isMissingNode() ? JsonNodeFactory.instance.textNode(Redaction.json(text)) : json;
    }

    private static ArrayNode texts(Collection<String> all) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        all.forEach(array::add);
        return array;
    }
}
