package dev.sandbank.internal.vendor.apiture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.work.Outcome;
import dev.sandbank.internal.work.Tools;
import java.util.function.Function;

/** {@code getTransfer}, {@code createTransfer} and {@code patchTransfer}. */
final class Transfers {

    private final Tools tools;
    private final TransferRules rules;
    private final TransferView view;
    private final Settlement settlement;
    private final UpdatedBy updatedBy;

    Transfers(Tools tools, TransferRules rules, TransferView view, Settlement settlement) {
        this.tools = tools;
        this.rules = rules;
        this.view = view;
        this.settlement = settlement;
        this.updatedBy = new UpdatedBy(tools.store());
    }

    Outcome get(Call call) {
        return Outcome.ok(view.show(call.subject(), named(call, "transfer")));
    }

    Outcome create(Call call) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        Transfer transfer = new Transfer(Transfer.newId(tools.ids()), document);
        document.put("id", transfer.id());
        TransferContent.write(call.input().body(), document);
        if (call.subject().isUser()) {
            document.put("user", call.subject().id());
        }
        return decide(call, transfer, true, kept -> add(call, kept));
    }

    Outcome patch(Call call) {
        Entry before = named(call, "transfer");
        Transfer transfer = new Transfer(before.id(), before.document().deepCopy());
        JsonNode patch = call.input().body();
        TransferContent.write(patch, transfer.document());
        return decide(call, transfer, patch.has("schedule"), kept -> replace(call, kept));
    }

    private Outcome decide(Call call, Transfer transfer, boolean reschedules, Function<Transfer, Outcome> keep) {
        TransferDraft draft = new TransferDraft(
                call,
                transfer,
                named(call, "source"),
                named(call, "target"),
                reschedules,
                tools.now().get());
        return rules.against(draft).<Outcome>map(Outcome.Refused::new).orElseGet(() -> {
            transfer.document().put("updatedBy", updatedBy.name(call));
            return keep.apply(transfer.become(transfer.stateByDate()));
        });
    }

    private Outcome add(Call call, Transfer transfer) {
        Entry created = tools.store()
                .entries()
                .add(Transfer.COLLECTION, transfer.id(), transfer.user().orElse(null), null, transfer.document());
        settlement.plan(transfer, created.createdAt());
        String location = tools.publicBase().get() + call.request().path() + "/" + transfer.id();
        ObjectNode shown = view.show(call.subject(), created);
        return new Outcome.Done(
                Reply.of(201, "application/json", shown.toString()).withHeader("Location", location));
    }

    private Outcome replace(Call call, Transfer transfer) {
        Entries entries = tools.store().entries();
        entries.replace(Transfer.COLLECTION, transfer.id(), transfer.document());
        settlement.plan(transfer, tools.now().get());
        return Outcome.ok(view.show(
                call.subject(), entries.find(Transfer.COLLECTION, transfer.id()).orElseThrow()));
    }

    /** A resource by its name in the dialect. */
    private static Entry named(Call call, String name) {
        return call.resources().stream()
                .filter(resource -> resource.rule().as().equals(name))
                .map(Resource::entry)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the call names no " + name));
    }
}
