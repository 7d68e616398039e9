package dev.sandbank.internal.vendor.apiture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.vendor.apiture.RepeatedRequests.Made;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.Result;
import java.util.Map;
import java.util.Optional;

/** {@code getTransfer}, {@code createTransfer} and {@code patchTransfer}. */
final class Transfers {

    private final OperationContext context;
    private final TransferRules rules;
    private final TransferView view;
    private final Settlement settlement;
    private final UpdatedBy updatedBy;
    private final RepeatedRequests repeated;

    Transfers(OperationContext context, TransferRules rules, TransferView view, Settlement settlement) {
        this.context = context;
        this.rules = rules;
        this.view = view;
        this.settlement = settlement;
        this.updatedBy = new UpdatedBy(context.store());
        this.repeated = new RepeatedRequests(context);
    }

    Result get(Call call) {
        return Result.ok(view.show(call.subject(), named(call, "transfer")));
    }

    Result create(Call call) {
        return repeated.once(call, id -> shown(call, id), this::make);
    }

    private Made make(Call call) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        Transfer transfer = new Transfer(Transfer.newId(context.ids()), document);
        document.put("id", transfer.id());
        TransferContent.write(call.input().body(), document);
        if (call.subject().isUser()) {
            document.put("user", call.subject().id());
        }
        return decide(call, transfer, true)
                .map(refusal -> new Made("", new Result.Refused(refusal)))
                .orElseGet(() -> add(call, transfer));
    }

    Result patch(Call call) {
        Entry before = named(call, "transfer");
        Transfer transfer = new Transfer(before.id(), before.document().deepCopy());
        JsonNode patch = call.input().body();
        TransferContent.write(patch, transfer.document());
        return decide(call, transfer, patch.has("schedule"))
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> replace(call, transfer));
    }

    /** What stands against it; if nothing does, it has the state in which it waits. */
    private Optional<Refusal> decide(Call call, Transfer transfer, boolean reschedules) {
        TransferDraft draft = new TransferDraft(
                call,
                transfer,
                named(call, "source"),
                named(call, "target"),
                reschedules,
                context.now().get());
        Optional<Refusal> refusal = rules.against(draft);
        if (refusal.isEmpty()) {
            transfer.document().put("updatedBy", updatedBy.name(call));
            transfer.become(transfer.stateByDate());
        }
        return refusal;
    }

    private Made add(Call call, Transfer transfer) {
        Entry created = context.store()
                .entries()
                .add(Transfer.COLLECTION, transfer.id(), transfer.user().orElse(null), null, transfer.document());
        settlement.plan(transfer, created.createdAt());
        return new Made(transfer.id(), shown(call, transfer.id()));
    }

    private Result shown(Call call, String id) {
        String location = context.publicBase().get() + call.request().path() + "/" + id;
        return context.store()
                .entries()
                .find(Transfer.COLLECTION, id)
                .map(entry -> view.show(call.subject(), entry))
                .<Result>map(shown -> new Result.Done(
                        Reply.of(201, "application/json", shown.toString()).withHeader("Location", location)))
                .orElseGet(() ->
                        Result.refuse("unprocessable-entity", "The transfer that this request made is gone", Map.of()));
    }

    private Result replace(Call call, Transfer transfer) {
        Entries entries = context.store().entries();
        entries.replace(Transfer.COLLECTION, transfer.id(), transfer.document());
        settlement.plan(transfer, context.now().get());
        return Result.ok(view.show(
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
