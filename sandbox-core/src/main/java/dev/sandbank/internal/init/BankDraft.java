package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.init.sample.Samples;
import java.util.List;
import java.util.Optional;

/**
 * A bank as it is guessed from a description.
 *
 * @param dialect its dialect
 * @param fixture clients, users and entries to start from
 * @param collections the collections, for questions about them
 * @param views how replies show entries
 * @param operations the operations that the dialect offers
 */
record BankDraft(
        ObjectNode dialect,
        ObjectNode fixture,
        CollectionsDraft collections,
        ViewsDraft views,
        List<ApiOperation> operations) {

    /**
     * Guesses a bank.
     *
     * @param name the dialect's name
     * @param decisions what was decided about operations and parts before
     */
    static BankDraft of(DescribedBank described, String name, Decisions decisions) {
        Inventory inventory = described.inventory();
        Samples requests = described.requests();
        Samples replies = described.replies();
        List<ApiOperation> operations = described.operations().stream()
                .filter(operation -> !decisions.isLeftOut(operation.id()))
                .toList();
        CollectionsDraft collections = CollectionsDraft.of(operations, requests, replies);
        SecurityDraft security = new SecurityDraft(inventory);
        ObjectNode fixture = new FixtureDraft(security, collections).make(name);
        ObjectNode dialect = Samples.object().put("dialect", name + "-generated");
        dialect.put("title", title(inventory));
        dialect.put("openapi", "openapi.yaml");
        if (!decisions.omitted().isEmpty()) {
            decisions.omitted().forEach(dialect.putArray("omit")::add);
        }
        dialect.putObject("api").put("base", inventory.base());
        security.write(dialect, name);
        collections(dialect.putObject("collections"), collections);
        ViewsDraft views = new ViewsDraft(replies, decisions);
        ObjectNode all = Samples.object();
        for (ApiOperation operation : operations) {
            ObjectNode made = new OperationDraft(operation, collections, views, requests, replies)
                    .make(decisions.depth(operation.id()));
            new CallDraft(operation.item(), requests).write(made);
            if (!decisions.isUnbound(operation.id())) {
                new ContentDraft(operation, collections, requests).write(made);
            }
            collections
                    .at(operation.levels().key())
                    .ifPresent(listed -> new FilterExamples(operation, requests).write(made, listed));
            IdempotencyKey.of(operation, requests).ifPresent(key -> made.set("idempotency", key));
            ExtensionScopes.of(operation.item())
                    .ifPresent(found -> found.names().forEach(made.putArray("scopes")::add));
            all.set(operation.id(), made);
        }
        ObjectNode shown = dialect.putObject("views");
        views.all().forEach(shown::set);
        dialect.set("operations", all);
        RefusalsDraft refusals = new RefusalsDraft(inventory.operations(), replies, security.hasTokens());
        dialect.set("envelope", refusals.envelope());
        dialect.set("refusals", refusals.refusals());
        return new BankDraft(dialect, fixture, collections, views, operations);
    }

    /** Returns an operation as the dialect has it. */
    JsonNode operation(String id) {
        return dialect.path("operations").path(id);
    }

    /** Returns all that the dialect says of one operation: with the view and the collections that it uses. */
    JsonNode written(String id) {
        ObjectNode written = Samples.object();
        written.set("operation", operation(id));
        written.set(
                "view",
                dialect.path("views")
                        .path(operation(id).path("reply").path("view").asText()));
        written.set("collections", dialect.path("collections"));
        written.set("omit", dialect.path("omit"));
        return written;
    }

    private static String title(Inventory inventory) {
        return Optional.ofNullable(
                        inventory.root().at("info").at("title").value().textValue())
                .map(String::strip)
                .filter(title -> !title.isEmpty())
                .orElse("A bank");
    }

    private static void collections(ObjectNode made, CollectionsDraft collections) {
        for (CollectionDraft draft : collections.all()) {
            ObjectNode collection = made.putObject(draft.name());
            CollectionDraft parent = draft.parent();
            if (parent != null) {
                collection
                        .put("visible", "through")
                        .putObject("through")
                        .put("member", draft.parentMember())
                        .put("collection", parent.name());
            } else if (draft.owner().isPresent()) {
                collection.put("visible", "owned").put("owner", draft.owner().get());
            } else {
                collection.put("visible", "all");
            }
        }
    }
}
