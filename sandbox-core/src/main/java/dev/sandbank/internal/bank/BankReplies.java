package dev.sandbank.internal.bank;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.time.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Words refusals as a bank does, and adds the headers of every reply.
 *
 * @param definition the bank
 * @param settings the fixture's settings
 * @param now the time
 * @param ids makes ids of requests and occurrences
 */
record BankReplies(BankDefinition definition, Settings settings, Supplier<Instant> now, Ids ids) {

    /** Returns the facts for templates beyond those of the refusal. */
    Map<String, Object> circumstances(Request request, String prefix) {
        Map<String, Object> facts = new HashMap<>(settings.asTexts());
        facts.put("path", Paths.reference(prefix + request.path()));
        facts.put("now", Timestamps.text(now.get()));
        facts.put("request-id", ids.uuid());
        facts.put("occurrence-id", ids.uuid());
        definition
                .echoed()
                .forEach(name ->
                        request.headers().first(name).ifPresent(value -> facts.put(BankDefinition.ECHO + name, value)));
        return facts;
    }

    Reply say(Refusal refusal, Map<String, Object> circumstances) {
        return definition.phrasebook().say(refusal, circumstances);
    }

    /** Refuses a request outside of the operations. */
    DecidedReply refused(String gate, String saw, Refusal refusal, Map<String, Object> circumstances) {
        List<Gate> gates = List.of(new Gate(gate, Verdict.REFUSED, saw));
        return DecidedReply.of(say(refusal, circumstances), gates, refusal, "", "", "");
    }

    /** Words a fault as the bank can: with a phrase that it has for the status, or else any. */
    Refusal ofFault(Refusal fault) {
        Phrasebook phrases = definition.phrasebook();
        String wanted = fault.facts().get("status") instanceof Integer status
                        && fault.phrase().isEmpty()
                ? phrases.keyFor(status)
                : fault.phrase();
        String phrase = phrases.has(wanted) ? wanted : "internal-error";
        return new Refusal.Faulted(phrase, fault.detail(), fault.facts());
    }

    /** Adds the headers that every reply of this bank carries. */
    Reply signed(Reply reply, Map<String, Object> circumstances) {
        Reply signed = reply.withHeader("Date", Timestamps.httpDate(now.get()));
        Map<String, String> headers =
                definition.phrasebook().headers(definition.dialect().api().headers(), circumstances);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            signed = signed.withHeader(header.getKey(), header.getValue());
        }
        return signed.sendable();
    }
}
