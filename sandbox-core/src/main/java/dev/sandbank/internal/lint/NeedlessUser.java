package dev.sandbank.internal.lint;

import dev.sandbank.Decision.Verdict;
import dev.sandbank.Exchange;
import dev.sandbank.internal.lint.LintRule.Mistake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A client acts on behalf of a user where the bank serves the client itself, and the user makes no difference: the
 * operation serves no user, or two subjects got the same answer to the same call.
 */
final class NeedlessUser {

    private NeedlessUser() {}

    static List<Mistake> in(ClientCalls client) {
        Map<List<String>, Exchange> first = new HashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (Exchange call : client.calls()) {
            String operation = call.decision().operation();
            if (isOnBehalf(call) && client.bank().servesClientsOnly(operation)) {
                mistakes.add(new Mistake(
                        List.of(call.number()),
                        "it called " + operation + " on behalf of a user, which is for clients themselves"));
            } else if (call.decision().allowed() && client.bank().servesEverybody(operation)) {
                Exchange before = first.putIfAbsent(answer(call), call);
                if (before != null && isNeedless(before, call)) {
                    mistakes.add(told(before, call));
                }
            }
        }
        return mistakes;
    }

    private static List<String> answer(Exchange call) {
        return List.of(call.method(), call.target(), call.requestBody(), call.replyBody());
    }

    private static boolean isNeedless(Exchange before, Exchange call) {
        return !before.decision().subject().equals(call.decision().subject())
                && (isOnBehalf(before) || isOnBehalf(call));
    }

    private static Mistake told(Exchange before, Exchange call) {
        return new Mistake(
                List.of(before.number(), call.number()),
                "it called " + call.decision().operation() + " for "
                        + before.decision().subject() + " and for "
                        + call.decision().subject() + ", got the same answer, and may call it for itself");
    }

    private static boolean isOnBehalf(Exchange call) {
        return call.decision().gates().stream()
                .anyMatch(gate -> gate.name().equals("on-behalf-of")
                        && gate.verdict() == Verdict.PASSED
                        && gate.saw().startsWith("on behalf of "));
    }
}
