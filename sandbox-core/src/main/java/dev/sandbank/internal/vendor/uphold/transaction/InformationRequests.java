package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.Result;
import dev.sandbank.internal.work.ScheduledTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The bank's questions about transactions on hold: a transaction continues once all are answered, and fails if they are
 * not.
 */
public final class InformationRequests implements ScheduledTask {

    public static final String REQUESTS = "requestsForInformation";

    private static final String STATUS = "status";
    private static final String PENDING = "pending";
    private static final String EXPIRES_AT = "expiresAt";

    private final OperationContext context;
    private final UpholdSettlement settlement;

    public InformationRequests(OperationContext context) {
        this.context = context;
        this.settlement = new UpholdSettlement(context);
    }

    /** Asks about a transaction, as its plan says. */
    static void open(OperationContext context, ObjectNode transaction, Instant at) {
        String about = transaction.path("id").asText();
        String id = context.ids().uuid();
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("transaction", about)
                .put("type", "travel-rule")
                .put(STATUS, PENDING);
        JsonNode life = transaction.at("/plan/request/expiresAfter");
        if (life.isTextual()) {
            Instant expiry = TimeLimits.later(at, Duration.parse(life.asText()));
            request.put(EXPIRES_AT, Timestamps.text(expiry));
            context.store().alarms().set(REQUESTS, id, expiry);
        }
        context.store().entries().at(at).add(REQUESTS, id, null, about, request);
    }

    /** {@code core.update-transaction-request-for-information}; a rule has checked that the request is pending. */
    public Result answer(Call call, ReplyRenderer answers) {
        Entry transaction = call.resources().get(0).entry();
        Entry request = call.resources().get(1).entry();
        ObjectNode document = request.document().deepCopy();
        document.set("data", call.input().body().path("data"));
        document.put(STATUS, transaction.document().at("/plan/request/answer").asText("ok"));
        Instant now = context.now().get();
        context.store().entries().replace(REQUESTS, request.id(), document);
        context.store().alarms().clear(REQUESTS, request.id());
        decide(transaction.id(), now);
        return answers.about(
                call, context.store().entries().find(REQUESTS, request.id()).orElse(request));
    }

    @Override
    public void run(Entry request, Instant at) {
        ObjectNode document = request.document();
        if (document.path(STATUS).asText().equals(PENDING)) {
            expire(document, at);
        }
        decide(document.path("transaction").asText(), at);
    }

    private void expire(ObjectNode document, Instant at) {
        if (!document.has(EXPIRES_AT)) {
            return;
        }
        String id = document.path("id").asText();
        Instant expiry = Instant.parse(document.path(EXPIRES_AT).asText());
        if (expiry.isAfter(at)) {
            context.store().alarms().set(REQUESTS, id, expiry);
        } else {
            document.put(STATUS, "expired");
            context.store().entries().at(at).replace(REQUESTS, id, document);
        }
    }

    /** Decides what happens to a transaction after the answers to all requests about it. */
    private void decide(String transaction, Instant at) {
        Optional<ObjectNode> waiting = context.store()
                .entries()
                .find(UpholdTransactions.TRANSACTIONS, transaction)
                .map(Entry::document)
                .filter(UpholdSettlement::isAsked);
        List<String> states = context.store().entries().below(REQUESTS, transaction).stream()
                .map(request -> request.document().path(STATUS).asText())
                .toList();
        waiting.ifPresent(document -> {
            if (states.contains("failed") || states.contains("expired")) {
                settlement.end(document, "failed", "travel-rule-verification-failed", at);
            } else if (!states.contains(PENDING)) {
                settlement.resume(document, at);
            }
        });
    }
}
