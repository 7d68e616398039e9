package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.uphold.asset.Assets;
import dev.sandbank.internal.vendor.uphold.asset.UpholdBalances;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.ScheduledTask;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Changes transactions as time passes: processing, perhaps on hold, then completed or failed. */
public final class UpholdSettlement implements ScheduledTask {

    private final OperationContext context;
    private final Assets assets;

    public UpholdSettlement(OperationContext context) {
        this.context = context;
        this.assets = new Assets(context.store());
    }

    /** Returns how long a transaction is processing. */
    public Duration delay(TransactionLegs deal) {
        return context.settings().duration(deal.kind().isInternal() ? "settlementDelay" : "externalSettlementDelay");
    }

    @Override
    public void run(Entry transaction, Instant at) {
        ObjectNode document = transaction.document();
        TransactionDefaults.whole(transaction)
                .ifPresent(told -> entries(transaction.updatedAt())
                        .replace(UpholdTransactions.TRANSACTIONS, transaction.id(), told));
        if (document.has("settlesAt") && isDueAfter(document, at)) {
            context.store().alarms().set(UpholdTransactions.TRANSACTIONS, transaction.id(), due(document));
            return;
        }
        JsonNode plan = document.path("plan");
        switch (document.path("status").asText()) {
            case "processing" -> processed(document, plan, at);
            case "on-hold" -> {
                if (plan.has("then")) {
                    end(document, plan.path("then").asText(), "unspecified-error", at);
                }
            }
            default -> {}
        }
    }

    private static boolean isDueAfter(ObjectNode document, Instant at) {
        return due(document).isAfter(Instant.ofEpochMilli(at.toEpochMilli()));
    }

    private static Instant due(ObjectNode document) {
        return Instant.parse(document.path("settlesAt").asText());
    }

    private void processed(ObjectNode document, JsonNode plan, Instant at) {
        String status = plan.path("status").asText("completed");
        if (status.equals("on-hold")) {
            hold(document, plan, at);
        } else {
            end(document, status, plan.path("reason").asText("unspecified-error"), at);
        }
    }

    private void hold(ObjectNode document, JsonNode plan, Instant at) {
        document.put("status", "on-hold");
        document.putObject("statusDetails")
                .put("reason", plan.path("reason").asText("pending-requests-for-information"));
        document.remove("settlesAt");
        if (plan.has("after")) {
            dueIn(Duration.parse(plan.path("after").asText()), document, at);
        }
        keep(document, at);
        if (isAsked(document) && !plan.has("then")) {
            InformationRequests.open(context, document, at);
        }
    }

    /** Whether a transaction waits for information. */
    static boolean isAsked(ObjectNode document) {
        return document.path("status").asText().equals("on-hold")
                && document.at("/statusDetails/reason").asText().equals("pending-requests-for-information");
    }

    /** Takes a transaction off hold: it is processed as if it were new. */
    void resume(ObjectNode document, Instant at) {
        document.put("status", "processing");
        document.remove(List.of("statusDetails", "plan"));
        dueIn(delay(TransactionLegs.of(document, assets)), document, at);
        keep(document, at);
    }

    private void dueIn(Duration delay, ObjectNode document, Instant at) {
        Instant due = TimeLimits.later(at, delay);
        document.put("settlesAt", Timestamps.text(due));
        context.store()
                .alarms()
                .set(UpholdTransactions.TRANSACTIONS, document.path("id").asText(), due);
    }

    void end(ObjectNode document, String status, String reason, Instant at) {
        boolean completed = status.equals("completed");
        document.put("status", status);
        document.remove(List.of("settlesAt", "plan", "statusDetails"));
        if (completed) {
            document.put("completedAt", Timestamps.text(at));
        } else {
            document.putObject("statusDetails").put("reason", reason);
        }
        settle(document, completed, at);
        keep(document, at);
    }

    /** Moves the money, or releases what was held. */
    private void settle(ObjectNode document, boolean completed, Instant at) {
        TransactionLegs deal = TransactionLegs.of(document, assets);
        UpholdBalances balances = new UpholdBalances(entries(at), assets);
        BigDecimal leaving = new BigDecimal(document.at("/origin/amount").asText());
        BigDecimal arriving = new BigDecimal(document.at("/destination/amount").asText());
        if (deal.origin().isAccount()) {
            balances.change(
                    deal.origin().id(),
                    completed ? leaving.negate() : BigDecimal.ZERO,
                    completed ? BigDecimal.ZERO : leaving);
        }
        if (completed && deal.destination().isAccount()) {
            balances.change(deal.destination().id(), arriving, arriving);
        }
    }

    private void keep(ObjectNode document, Instant at) {
        entries(at).replace(UpholdTransactions.TRANSACTIONS, document.path("id").asText(), document);
    }

    private Entries entries(Instant at) {
        return context.store().entries().at(at);
    }

    /**
     * Completes the transactions of a fixture with the members that the bank always shows, with times to the
     * millisecond.
     */
    private static final class TransactionDefaults {

        private static final List<String> MOMENTS = List.of("quotedAt", "completedAt");

        private TransactionDefaults() {}

        /** Returns the transaction with all members that the bank shows; empty if it is complete. */
        static Optional<ObjectNode> whole(Entry transaction) {
            ObjectNode document = transaction.document();
            ObjectNode before = document.deepCopy();
            String status = document.path("status").asText();
            if (!document.has("quotedAt")) {
                document.put("quotedAt", transaction.createdAt().toString());
            }
            if (status.equals("completed") && !document.has("completedAt")) {
                document.put("completedAt", transaction.updatedAt().toString());
            }
            reason(document, status);
            MOMENTS.stream().filter(document::has).forEach(moment -> exact(document, moment));
            return document.equals(before) ? Optional.empty() : Optional.of(document);
        }

        private static void reason(ObjectNode document, String status) {
            if (status.equals("failed") || status.equals("on-hold")) {
                String usual = status.equals("failed") ? "unspecified-error" : "pending-requests-for-information";
                ObjectNode details = document.withObject("/statusDetails");
                details.put("reason", details.path("reason").asText(usual));
            } else {
                document.remove("statusDetails");
            }
        }

        private static void exact(ObjectNode document, String moment) {
            Instant at = Instant.parse(document.path(moment).asText());
            document.put(moment, Timestamps.text(at));
        }
    }
}
