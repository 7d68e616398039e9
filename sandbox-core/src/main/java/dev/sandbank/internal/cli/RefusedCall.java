package dev.sandbank.internal.cli;

import dev.sandbank.Decision;
import dev.sandbank.Exchange;

/**
 * One refused call as one line: what was asked, what was answered, which gate refused it and why.
 *
 * <p>The query is left out: it is where careless clients put secrets.
 */
record RefusedCall(Exchange call) {

    @Override
    public String toString() {
        return "%s %s %d %s"
                .formatted(TerminalText.word(call.method()), TerminalText.word(path()), call.status(), why());
    }

    private String path() {
        int question = call.target().indexOf('?');
        return question < 0 ? call.target() : call.target().substring(0, question);
    }

    private String why() {
        Decision decision = call.decision();
        return TerminalText.of(decision.explain() + " (" + decision.refusal() + ")");
    }
}
