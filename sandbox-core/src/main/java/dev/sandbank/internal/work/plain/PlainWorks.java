package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Facts;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Seal;
import dev.sandbank.internal.model.WorkRule;
import dev.sandbank.internal.model.WorkRule.PageRule;
import dev.sandbank.internal.work.Answers;
import dev.sandbank.internal.work.Keys;
import dev.sandbank.internal.work.Outcome;
import dev.sandbank.internal.work.Tools;
import dev.sandbank.internal.work.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the work of operations, and what they answer, out of what their dialect says. */
public final class PlainWorks implements Answers {

    private final Tools tools;
    private final Knowledge knowledge;
    private final Showing showing;
    private final EntryWork entries;
    private final NewEntries newEntries;
    private final Seal seal;

    public PlainWorks(Dialect dialect, Tools tools) {
        this.tools = tools;
        this.knowledge = new Knowledge(dialect, tools);
        this.showing = new Showing(dialect, knowledge);
        Keys keys = new Keys(dialect);
        Members members = new Members(knowledge);
        Placement placement = new Placement(dialect, tools);
        this.entries = new EntryWork(tools, members, showing, keys, placement);
        this.newEntries = new NewEntries(tools, members, showing, keys, placement);
        this.seal = new Seal(tools.ids());
    }

    /** The work of an operation; nothing if its dialect leaves it to Java. */
    public Optional<Work> of(Operation operation) {
        return Optional.ofNullable(operation.work()).map(rule -> of(operation, rule));
    }

    private Work of(Operation operation, WorkRule rule) {
        if (rule.list() != null) {
            return new ListWork(
                    rule.list(),
                    operation.reply(),
                    tools,
                    knowledge,
                    showing,
                    paging(rule.list().pages()));
        }
        if (rule.create() != null) {
            return newEntries.create(rule.create(), operation.reply());
        }
        if (rule.get() != null) {
            return entries.get(rule.get(), operation.reply());
        }
        if (rule.patch() != null) {
            return entries.patch(rule.patch(), operation.reply());
        }
        if (rule.replace() != null) {
            return entries.replace(rule.replace(), operation.reply());
        }
        if (rule.delete() != null) {
            return entries.delete(rule.delete(), operation.reply());
        }
        return Optional.ofNullable(rule.action())
                .map(action -> entries.action(action, operation.reply()))
                .orElseThrow(() -> new IllegalStateException("operation " + operation.id() + " has an empty work"));
    }

    @Override
    public Outcome about(Call call, Entry entry, Map<String, ?> besides) {
        return showing.about(call, entry, call.operation().reply(), besides);
    }

    @Override
    public Outcome list(Call call, List<Entry> entries) {
        List<JsonNode> items = entries.stream()
                .map(entry -> showing.entry(call, entry, call.operation().reply()))
                .toList();
        Facts ofCall = knowledge.ofCall(call);
        return showing.reply(call.operation().reply(), name -> name.equals("items") ? items : ofCall.get(name));
    }

    private Paging paging(@Nullable PageRule rule) {
        if (rule == null) {
            return Paging.none();
        }
        PageLinks links = new PageLinks(tools.publicBase());
        return rule.style().equals("cursor") ? new CursorPaging(rule, links, seal) : new NumberedPaging(rule, links);
    }
}
