package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.WorkRule;
import dev.sandbank.internal.model.operation.WorkRule.PageRule;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OperationHandler;
import dev.sandbank.internal.work.OwnershipKeys;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.Result;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the work and the replies of operations from their dialect. */
public final class PlainWorks implements ReplyRenderer {

    private final Dialect dialect;
    private final OperationContext context;
    private final CallFacts knowledge;
    private final ViewRenderer showing;
    private final EntryWork entries;
    private final NewEntries newEntries;
    private final FurtherSteps steps;
    private final SignedValue seal;

    public PlainWorks(Dialect dialect, OperationContext context) {
        this.dialect = dialect;
        this.context = context;
        this.knowledge = new CallFacts(dialect, context);
        this.showing = new ViewRenderer(dialect, knowledge);
        OwnershipKeys keys = new OwnershipKeys(dialect);
        Placement placement = new Placement(dialect, context);
        this.entries = new EntryWork(context, knowledge, keys, placement);
        this.newEntries = new NewEntries(context, knowledge, entries, keys, placement);
        this.steps = new FurtherSteps(context, knowledge, entries, newEntries);
        this.seal = SignedValue.brief(context.ids());
    }

    /** Returns the work of an operation; empty if its dialect leaves it to Java. */
    public Optional<OperationHandler> of(Operation operation) {
        return Optional.ofNullable(operation.work()).map(rule -> of(operation, rule));
    }

    private OperationHandler of(Operation operation, WorkRule rule) {
        if (rule.list() != null) {
            OperationHandler list = new ListWork(
                    rule.list(),
                    operation.reply(),
                    context,
                    knowledge,
                    showing,
                    paging(rule.list().pages()));
            return bounds(rule.list().pages(), operation).before(list);
        }
        return new EntryOperation(main(operation, rule), rule.also(), steps, operation.reply(), showing, context);
    }

    private EntryChange main(Operation operation, WorkRule rule) {
        if (rule.create() != null) {
            return newEntries.create(rule.create());
        }
        if (rule.get() != null) {
            return EntryWork.get(rule.get());
        }
        if (rule.patch() != null) {
            return entries.patch(rule.patch());
        }
        if (rule.replace() != null) {
            return entries.replace(rule.replace());
        }
        if (rule.delete() != null) {
            return entries.delete(rule.delete());
        }
        if (rule.answer() != null) {
            return call -> new EntryChange.Done(Optional.empty(), false);
        }
        return Optional.ofNullable(rule.action())
                .map(entries::action)
                .orElseThrow(() -> new IllegalStateException("operation " + operation.id() + " has an empty work"));
    }

    @Override
    public Result about(Call call, Entry entry) {
        return showing.about(call, entry, call.operation().reply());
    }

    private PageBounds bounds(@Nullable PageRule rule, Operation operation) {
        return rule == null
                ? PageBounds.NONE
                : PageBounds.of(rule, operation, dialect.offer().components());
    }

    private Paging paging(@Nullable PageRule rule) {
        if (rule == null) {
            return Paging.none();
        }
        PageLinks links = new PageLinks(context.publicBase());
        return rule.style().equals("cursor") || rule.isById()
                ? new CursorPaging(rule, links, seal, context.store().entries())
                : new NumberedPaging(rule, links);
    }
}
