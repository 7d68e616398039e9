package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import dev.sandbank.internal.init.sample.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the author of a new bank about what was guessed, and about what no description says. */
final class BankQuestions {

    private final Inventory inventory;
    private final BankDraft draft;
    private final Decisions decisions;
    private final Questions questions;

    BankQuestions(Inventory inventory, BankDraft draft, Decisions decisions, Questions questions) {
        this.inventory = inventory;
        this.draft = draft;
        this.decisions = decisions;
        this.questions = questions;
    }

    void ask() {
        draft.collections().all().forEach(this::collection);
        draft.operations().stream()
                .sorted(Comparator.comparing(ApiOperation::isGet))
                .forEach(this::operation);
        draft.operations().forEach(this::access);
        DescribedIssuer issuer = DescribedIssuer.of(inventory);
        issuer.places()
                .forEach((kind, place) -> questions.add(
                        Topic.ISSUER, kind + ": " + issuer.paths().get(kind) + " (" + Places.of(place) + ")"));
        if (!new RefusalsDraft(inventory.operations(), new Samples(inventory.replies()), true).areDescribed()) {
            questions.add(Topic.ERRORS);
        }
        Stream.of(Topic.MAY, Topic.STATES, Topic.CLIENTS).forEach(questions::add);
        inventory.unread().forEach(operation -> questions.add(Topic.METHOD, Places.of(operation)));
        inventory.root().at("webhooks").names().stream()
                .map(inventory.root().at("webhooks")::at)
                .forEach(webhook -> questions.add(Topic.CALLBACK, Places.of(webhook)));
        inventory.notes().forEach(note -> questions.add(Topic.NAME, note.substring(note.indexOf("openapi.yaml"))));
    }

    private void access(ApiOperation operation) {
        Optional<ExtensionScopes> extension = ExtensionScopes.of(operation.item());
        JsonNode request = operation.item().request();
        if (SecurityDraft.isOpen(request)) {
            questions.add(
                    Topic.OPEN,
                    operation.id() + " (" + Places.of(operation.item().place().at("security")) + ")");
        } else if (extension.isPresent()) {
            questions.add(Topic.SCOPES, operation.id() + ": " + extension.get().told());
        } else if (!isSaid(operation.item().place()) && !isSaid(inventory.root())) {
            questions.add(Topic.UNGUARDED, operation.id() + where(operation));
        }
    }

    /** Whether a description has security there, even if it was left out. */
    private boolean isSaid(JsonLocation place) {
        JsonLocation security = place.at("security");
        return place.has("security") || decisions.omitted().contains(Places.pointer(security.steps()));
    }

    private void collection(CollectionDraft collection) {
        String name = collection.name();
        CollectionDraft parent = collection.parent();
        String id = collection
                .idMember()
                .map(member -> "its id is " + member + ", new ones are "
                        + collection.idForm().described())
                .orElse(
                        collection.isSingle()
                                ? "one entry" + (parent == null ? "" : " each")
                                : "no reply shows its id");
        String below = parent == null ? "" : ", below " + parent.name() + " by " + collection.parentMember();
        questions.add(Topic.COLLECTION, name + ": " + id + below + where(collection));
        if (parent == null) {
            collection
                    .owner()
                    .ifPresentOrElse(
                            owner -> questions.add(Topic.OWNER, name + ": " + owner + where(collection)),
                            () -> questions.add(Topic.WHOSE, name));
        }
    }

    /** Names the first operation whose path leads to a collection. */
    private String where(CollectionDraft collection) {
        return draft.operations().stream()
                .filter(operation -> draft.collections().isOn(collection, operation))
                .findFirst()
                .map(BankQuestions::where)
                .orElse("");
    }

    private static String where(ApiOperation operation) {
        return " (" + Places.of(operation.item().place()) + ")";
    }

    private void operation(ApiOperation operation) {
        String id = operation.id();
        String failing = decisions.failing().get(id);
        String tried = decisions.reasons().get(id);
        JsonNode work = draft.operation(operation.id()).path("work");
        if (operation.isUnanswerable()) {
            questions.add(Topic.NO_REPLY, id + where(operation));
        } else if (failing != null) {
            questions.add(Topic.FAILING, id + ": " + failing + where(operation));
        } else if (tried != null && work.has("answer")) {
            questions.add(Topic.TRIED, id + ": " + tried + where(operation));
        } else if (work.has("answer")) {
            questions.add(Topic.FIXED, id + where(operation));
        }
        JsonLocation callbacks = operation.item().place().at("callbacks");
        if (!callbacks.names().isEmpty()) {
            questions.add(Topic.CALLBACK, Places.of(callbacks));
        }
        members(operation);
        draft.operation(id).path("resources").forEach(resource -> named(operation, resource));
        if (draft.operation(id).has("idempotency")) {
            questions.add(Topic.KEY, id);
        }
        if (work.has("action")) {
            questions.add(Topic.ACTION, id + ": " + action(work.path("action")) + where(operation));
        }
        if (work.has("list")) {
            list(operation, work.path("list"));
        }
        new ErrorCodes(draft.dialect().path("refusals").toString())
                .of(operation.item())
                .forEach((code, place) -> questions.add(Topic.CODE, code, id + " (" + place + ")"));
    }

    private void members(ApiOperation operation) {
        String view = draft.operation(operation.id()).path("reply").path("view").asText();
        Set<String> fixed = draft.views().fixed(view);
        if (!fixed.isEmpty()) {
            questions.add(Topic.MEMBER, operation.id() + ": " + String.join(", ", fixed) + where(operation));
        }
    }

    private void named(ApiOperation operation, JsonNode resource) {
        if (resource.path("in").asText().equals("body")) {
            questions.add(
                    Topic.NAMED,
                    operation.id() + ": " + resource.path("name").asText() + " names one of "
                            + resource.path("collection").asText() + where(operation));
        }
    }

    private static String action(JsonNode action) {
        String entry = action.path("of").asText();
        String members = action.path("members").properties().stream()
                .map(member ->
                        "sets " + member.getKey() + " to " + member.getValue().asText())
                .collect(Collectors.joining(", "));
        return (members.isEmpty() ? "changes nothing" : members) + " of " + entry;
    }

    private void list(ApiOperation operation, JsonNode list) {
        String text = list.toString();
        String filters = list.path("filters").findValuesAsText("fact").stream()
                .filter(fact -> !fact.startsWith("parameter."))
                .distinct()
                .collect(Collectors.joining(", "));
        String pages = list.path("pages").path("style").asText();
        List<String> told = Stream.of(
                        filters.isEmpty() ? "" : "filters on " + filters, pages.isEmpty() ? "" : "pages by " + pages)
                .filter(part -> !part.isEmpty())
                .toList();
        if (!told.isEmpty()) {
            questions.add(Topic.LIST, operation.id() + ": " + String.join("; ", told) + where(operation));
        }
        Samples requests = new Samples(inventory.requests());
        List<Said> said = new ArrayList<>(Said.inQuery(operation.parameters(), Set.of(), requests));
        if (operation.isProcedure()) {
            said.addAll(Said.inContent(operation.content(), Set.of(), requests));
        }
        String idle = said.stream()
                .filter(each -> !text.contains(each.fact() + "}")
                        && !text.contains("\"" + each.name() + "\"")
                        && !text.contains("\"" + each.pointer() + "\""))
                .map(each -> each.fact().substring(each.fact().indexOf('.') + 1))
                .collect(Collectors.joining(", "));
        if (!idle.isEmpty()) {
            questions.add(Topic.IDLE, operation.id() + ": " + idle + where(operation));
        }
    }
}
