package dev.sandbank.internal.journal;

import dev.sandbank.Decision;
import dev.sandbank.Decision.Gate;
import dev.sandbank.Exchange;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes an exchange of a call: shortens what is long, and removes what is secret. */
final class ExchangeRecorder {

    private static final int LONGEST_METHOD = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DETAIL = 2000;
    private static final int MOST_FIELDS = 100;
    private static final int MOST_IN_FIELDS = 32 * 1024;
    private static final int FIRST_ERROR = 400;

    private final Callee callee;
    private final Redaction redaction;

    ExchangeRecorder(Callee callee) {
        this.callee = callee;
        this.redaction = callee.redaction();
    }

    Exchange of(long number, Request request, DecidedReply answered, Instant at, List<String> tests) {
        Reply reply = answered.reply();
        Redaction ofReply =
                reply.status() < FIRST_ERROR || reply.body().startsWith("<") ? redaction : Redaction.ELSEWHERE;
        return new Exchange(
                number,
                at,
                cut(request.method(), LONGEST_METHOD),
                redaction.target(cut(request.target(), Journal.LONGEST_HEAD)),
                fields(request.headers().asMap()),
                redaction.content(cut(request.body().text(), Journal.LONGEST_BODY)),
                reply.status(),
                replyFields(reply),
                ofReply.content(cut(reply.body(), Journal.LONGEST_BODY)),
                decision(answered.decision()),
                tests);
    }

    private Map<String, List<String>> fields(Map<String, List<String>> sent) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        int left = MOST_IN_FIELDS;
        int count = 0;
        int dropped = 0;
        for (Map.Entry<String, List<String>> field : sent.entrySet()) {
            for (String value : field.getValue()) {
                if (count == MOST_FIELDS || left < 0) {
                    dropped++;
                } else {
                    String safe = field(field.getKey(), value);
                    kept.computeIfAbsent(cut(field.getKey(), LONGEST_NAME), name -> new ArrayList<>(1))
                            .add(safe);
                    left -= safe.length();
                    count++;
                }
            }
        }
        if (dropped > 0) {
            kept.put("…", List.of("and " + dropped + " more fields"));
        }
        kept.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(kept);
    }

    private String field(String name, String value) {
        String bounded = cut(value, Journal.LONGEST_HEAD);
        if (Headers.carriesUrl(name)) {
            return Redaction.tokenServer(callee.declared()).target(bounded);
        }
        return Headers.harmless(name, callee.fields()) ? bounded : Redaction.credential(bounded);
    }

    /** Returns the fields of the bank's reply; in these only a redirect's URL and cookies contain secrets. */
    private Map<String, String> replyFields(Reply reply) {
        Map<String, String> safe = new LinkedHashMap<>();
        reply.headers().forEach((name, value) -> {
            String bounded = cut(value, Journal.LONGEST_HEAD);
            safe.put(name, Headers.carriesUrl(name) ? redaction.target(bounded) : Redaction.header(name, bounded));
        });
        return Collections.unmodifiableMap(safe);
    }

    /** Returns the same decision, unless a part of it is longer than a bank's usually is. */
    private static Decision decision(Decision whole) {
        List<Gate> gates = new ArrayList<>();
        for (Gate gate : whole.gates()) {
            String saw = cut(gate.saw(), LONGEST_DETAIL);
            gates.add(saw.equals(gate.saw()) ? gate : new Gate(gate.name(), gate.verdict(), saw));
        }
        boolean listed = MemorySize.of(whole.required()) + MemorySize.of(whole.held()) <= 4L * LONGEST_DETAIL;
        return new Decision(
                whole.operation(),
                cut(whole.client(), LONGEST_NAME),
                cut(whole.subject(), LONGEST_NAME),
                gates,
                whole.refusal(),
                listed ? whole.required() : List.of(),
                listed ? whole.held() : List.of(),
                whole.status());
    }

    static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }
}
