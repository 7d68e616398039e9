package dev.sandbank;

import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.journal.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Ruling;
import java.util.List;

/** Turns what the journal keeps into what users see. */
final class Exchanges {

    private Exchanges() {}

    static Exchange of(Entry entry) {
        return new Exchange(
                entry.number(),
                entry.at(),
                entry.method(),
                entry.target(),
                entry.requestHeaders(),
                entry.requestBody(),
                entry.status(),
                entry.replyHeaders(),
                entry.replyBody(),
                decision(entry.ruling(), entry.status()),
                entry.tests());
    }

    private static Decision decision(Ruling ruling, int status) {
        List<Decision.Gate> gates = ruling.steps().stream()
                .map(step ->
                        new Decision.Gate(step.gate(), step.passed() ? Verdict.PASSED : Verdict.REFUSED, step.saw()))
                .toList();
        return new Decision(
                ruling.operation(),
                ruling.client(),
                ruling.subject(),
                gates,
                ruling.refused().map(Refusal::key).orElse(""),
                ruling.listed("required"),
                ruling.listed("held"),
                status);
    }
}
