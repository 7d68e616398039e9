package dev.sandbank.internal.vendor.apiture.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.vendor.apiture.transfer.RepeatedRequests.Made;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code createTransfer} and {@code patchTransfer}. */
public final class Transfers {

    private final OperationContext context;
    private final TransferRules rules;
    private final ReplyRenderer answers;
    private final Settlement settlement;
    private final UpdatedBy updatedBy;
    private final RepeatedRequests repeated;

    public Transfers(OperationContext context, ReplyRenderer answers, TransferRules rules, Settlement settlement) {
        this.context = context;
        this.rules = rules;
        this.answers = answers;
        this.settlement = settlement;
        this.updatedBy = new UpdatedBy(context.store());
        this.repeated = new RepeatedRequests(context);
    }

    public Result create(Call call) {
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

    public Result patch(Call call) {
        Entry before = named(call, "transfer");
        Transfer transfer = new Transfer(before.id(), before.document().deepCopy());
        JsonNode patch = call.input().body();
        TransferContent.write(patch, transfer.document());
        return decide(call, transfer, patch.has("schedule"))
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> replace(call, transfer));
    }

    /** Returns the first refusal; if there is none, the transfer gets the state in which it waits. */
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
        return context.store()
                .entries()
                .find(Transfer.COLLECTION, id)
                .map(entry -> answers.about(call, entry))
                .orElseGet(() -> Result.refuse(
                        "unprocessable-entity", "The transfer that this request created no longer exists", Map.of()));
    }

    private Result replace(Call call, Transfer transfer) {
        Entries entries = context.store().entries();
        entries.replace(Transfer.COLLECTION, transfer.id(), transfer.document());
        settlement.plan(transfer, context.now().get());
        return answers.about(
                call, entries.find(Transfer.COLLECTION, transfer.id()).orElseThrow());
    }

    /** Returns a resource of the call by its name in the dialect. */
    private static Entry named(Call call, String name) {
        return call.resources().stream()
                .filter(resource -> resource.rule().as().equals(name))
                .map(Resource::entry)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the call names no " + name));
    }

    /**
     * The name of the caller who changes something, as the bank shows it: a customer's, or that of a client without a
     * user.
     */
    private record UpdatedBy(Store store) {

        private static final int LONGEST = 48;

        String name(Call call) {
            boolean person = call.subject().isUser();
            String id = call.subject().id();
            Optional<Entry> known = store.entries().find(person ? Directory.USERS : Directory.CLIENTS, id);
            String name = known.map(entry -> person ? entry.document().path("claims") : entry.document())
                    .map(of -> of.path("name").asText())
                    .filter(given -> !given.isEmpty())
                    .orElse(id);
            return name.substring(0, Math.min(name.length(), LONGEST));
        }
    }

    /**
     * Copies what a request says about a transfer to where it is stored: members that are left out stay, null removes
     * one (RFC 7396).
     */
    private static final class TransferContent {

        private static final List<String> OF_SCHEDULE =
                List.of("frequency", "scheduledOn", "recurrenceType", "endsOn", "count", "amountLimit");
        private static final List<String> OF_SERIES = List.of("first", "occurrence");

        private TransferContent() {}

        static void write(JsonNode content, ObjectNode document) {
            merge(content, document, List.of("amount", "memo"));
            account(content, document, "sourceAccount");
            account(content, document, "targetAccount");
            JsonNode schedule = content.path("schedule");
            merge(schedule, document.withObject("/schedule"), OF_SCHEDULE);
            if (schedule.has("scheduledOn") || schedule.has("frequency")) {
                document.remove(OF_SERIES);
            }
        }

        private static void account(JsonNode content, ObjectNode document, String side) {
            JsonNode id = content.path(side).path("id");
            if (id.isTextual()) {
                document.set(side, id);
            }
        }

        private static void merge(JsonNode content, ObjectNode document, List<String> names) {
            for (String name : names) {
                if (content.path(name).isNull()) {
                    document.remove(name);
                } else if (content.has(name)) {
                    document.set(name, content.path(name));
                }
            }
        }
    }
}
