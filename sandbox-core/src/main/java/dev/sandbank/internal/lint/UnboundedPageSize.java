package dev.sandbank.internal.lint;

import dev.sandbank.Exchange;
import dev.sandbank.internal.lint.LintRule.Mistake;
import dev.sandbank.internal.model.operation.WorkRule.PageRule;
import dev.sandbank.internal.text.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A client reads a list without a page size, gets as many entries as the bank likes, and never asks for the rest. The
 * gate that was asked last says whether there is more.
 */
final class UnboundedPageSize {

    private static final String GOES_ON = "; the list goes on after this page";

    private UnboundedPageSize() {}

    static List<Mistake> in(ClientCalls client) {
        Map<List<String>, Mistake> cut = new LinkedHashMap<>();
        for (Exchange call : client.calls()) {
            Optional<PageRule> pages =
                    client.bank().pages(call.decision().operation()).filter(rule -> !rule.isInContent());
            pages.ifPresent(rule -> look(call, rule, cut));
        }
        return List.copyOf(cut.values());
    }

    private static void look(Exchange call, PageRule rule, Map<List<String>, Mistake> cut) {
        List<String> list = List.of(path(call), call.decision().subject());
        Fields sent = SentParameters.inQuery(call);
        boolean goesOn = Stream.of(rule.start(), rule.after(), rule.before())
                .filter(Objects::nonNull)
                .anyMatch(sent::has);
        if (goesOn) {
            cut.remove(list);
        } else if (!sent.has(rule.size()) && isCut(call)) {
            String what = "it read " + call.decision().operation() + " without " + rule.size()
                    + ", and never asked for the entries after the first page";
            cut.putIfAbsent(list, new Mistake(List.of(call.number()), what));
        }
    }

    private static String path(Exchange call) {
        int question = call.target().indexOf('?');
        return question < 0 ? call.target() : call.target().substring(0, question);
    }

    private static boolean isCut(Exchange call) {
        return call.decision().gates().stream().anyMatch(gate -> gate.saw().endsWith(GOES_ON));
    }
}
