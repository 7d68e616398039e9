package dev.sandbank.internal.explain.page;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.Cell;
import dev.sandbank.internal.explain.Explanation;
import dev.sandbank.internal.journal.Redaction;
import dev.sandbank.internal.model.Reply;
import java.util.List;

/** Formats an explanation for people: the call, gate by gate, and the reply. */
public final class ExplanationText {

    private static final String LABEL = "%-10s";

    private final Wrapped text = new Wrapped();

    private ExplanationText() {}

    public static List<String> of(Explanation explanation, String bank) {
        ExplanationText text = new ExplanationText();
        text.text.line(explanation.call().operation().id() + " at " + bank);
        text.text.line("");
        text.call(explanation);
        text.text.line("");
        text.gates(explanation.steps());
        text.text.line("");
        text.outcome(explanation.cell());
        text.reply(explanation.reply());
        explanation.events().orElse(List.of()).forEach(text::event);
        return text.text.lines();
    }

    private void call(Explanation explanation) {
        say("call", CallText.requestLine(explanation.request()));
        explanation.headers().forEach((name, value) -> say("", CallText.header(name, value)));
        if (!explanation.request().body().isEmpty()) {
            say("", Redaction.json(explanation.request().body()));
        }
        Caller caller = explanation.caller();
        String name = caller.name().isEmpty() ? "" : " (" + caller.name() + ")";
        String state = caller.state().isEmpty() ? "" : ", " + caller.state();
        say("caller", caller.label() + name + state + ", " + caller.through());
        say("token", "holds " + (caller.scopes().isEmpty() ? "no scope" : caller.scopes()));
    }

    private void gates(List<Gate> gates) {
        for (Gate gate : gates) {
            String verdict = gate.verdict() == Verdict.PASSED ? "✓ pass  " : "✗ refuse";
            text.labelled("%-13s%s  ".formatted(gate.name(), verdict), gate.saw());
        }
    }

    private void outcome(Cell cell) {
        text.line(cell.allowed() ? "allowed" : "refused at " + cell.gate() + ": " + cell.refusal());
        text.line("");
    }

    private void reply(Reply reply) {
        say("reply", String.valueOf(reply.status()));
        reply.headers().forEach((name, value) -> say("", CallText.header(name, value)));
        CallText.body(reply.body()).forEach(line -> text.line(LABEL.formatted("") + line));
    }

    private void event(Explanation.Event event) {
        text.line("");
        say("event", event.type() + (event.to().isEmpty() ? "" : " to " + String.join(", ", event.to())));
        CallText.body(event.body()).forEach(line -> text.line(LABEL.formatted("") + line));
    }

    private void say(String label, String words) {
        text.labelled(LABEL.formatted(label), words);
    }
}
