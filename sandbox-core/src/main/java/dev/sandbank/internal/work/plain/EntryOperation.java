package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.operation.ReplyRule;
import dev.sandbank.internal.model.operation.WorkRule.StepRule;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.Result;
import dev.sandbank.internal.work.plain.EntryChange.Done;
import java.util.List;
import java.util.Optional;

/**
 * An operation about one entry, or none: its main work, further steps, then the reply.
 *
 * @param main the main work
 * @param also the steps
 * @param steps runs the steps
 */
record EntryOperation(
        EntryChange main,
        List<StepRule> also,
        FurtherSteps steps,
        ReplyRule reply,
        ViewRenderer showing,
        OperationContext context)
        implements OperationHandler {

    @Override
    public Result perform(Call call) {
        return also.isEmpty()
                ? main.make(call).fold(done -> answer(call, done), Result.Refused::new)
                : context.store().undoable(() -> whole(call), Result.Done.class::isInstance);
    }

    private Result whole(Call call) {
        return main.make(call).fold(done -> further(call, done), Result.Refused::new);
    }

    private Result further(Call call, Done done) {
        Optional<Refusal> refusal = steps.take(also, call, done.entry());
        return refusal.<Result>map(Result.Refused::new).orElseGet(() -> answer(call, done));
    }

    private Result answer(Call call, Done done) {
        ReplyRule said = done.replaced() ? reply.ofReplaced() : reply;
        return done.entry()
                .map(entry -> showing.about(call, also.isEmpty() ? entry : current(entry), said))
                .orElseGet(() -> showing.of(call, said));
    }

    /** Returns the entry after the steps. */
    private Entry current(Entry entry) {
        return context.store().entries().find(entry.collection(), entry.id()).orElse(entry);
    }
}
