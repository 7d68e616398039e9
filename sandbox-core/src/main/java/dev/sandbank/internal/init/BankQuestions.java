package dev.sandbank.internal.init;

import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.init.Questions.Kind;
import dev.sandbank.internal.init.sample.Samples;
import java.util.stream.Collectors;

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
        draft.operations().forEach(this::operation);
        String open = draft.operations().stream()
                .filter(operation -> SecurityDraft.isOpen(operation.item().request()))
                .map(ApiOperation::id)
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            questions.add(Kind.DERIVED, "everybody may call " + open + ": the description asks for nothing");
        }
        if (!new RefusalsDraft(inventory.operations(), new Samples(inventory.replies())).areDescribed()) {
            questions.add(
                    Kind.NOT_SAID,
                    "how errors look: no error of the description has JSON, so refusals have code and message");
        }
        questions.add(
                Kind.NOT_SAID,
                "who may do what with an entry: say so with entitlements, and with permission at resources");
        questions.add(
                Kind.NOT_SAID,
                "which states refuse which calls: say so with rules, and with blocked and states for users");
        questions.add(Kind.NOT_SAID, "for whom a client acts, and how often it may call: impersonation, api.limit");
        inventory.notes().forEach(note -> questions.add(Kind.DERIVED, note.substring(note.indexOf("openapi.yaml"))));
    }

    private void collection(CollectionDraft collection) {
        String id = collection
                .idMember()
                .map(member -> "named by " + member + ", new ids like "
                        + collection.idForm().style())
                .orElse("no member of which is the id");
        CollectionDraft parent = collection.parent();
        String below =
                parent == null ? "" : ", each below one of " + parent.name() + " by " + collection.parentMember();
        questions.add(Kind.GUESSED, "the collection " + collection.name() + ": " + id + below);
        if (parent == null) {
            questions.add(
                    collection.owner().isPresent() ? Kind.GUESSED : Kind.NOT_SAID,
                    collection
                            .owner()
                            .map(owner ->
                                    "whose are " + collection.name() + ": those of the user whom " + owner + " names")
                            .orElse("whose are " + collection.name() + ": now every caller sees all of them"));
        }
    }

    private void operation(ApiOperation operation) {
        String id = operation.id();
        String where = " (" + Places.of(operation.item().place()) + ")";
        String failing = decisions.failing().get(id);
        if (failing != null) {
            questions.add(Kind.GUESSED, id + " does not answer as described: " + failing + where);
        } else if (operation.isUnanswerable()) {
            questions.add(
                    Kind.LEFT_OUT,
                    id + " answers without content: no valid one could be made from schema and examples" + where);
        } else if (decisions.reasons().containsKey(id)) {
            questions.add(
                    Kind.GUESSED,
                    id + " always answers the same, since when it worked on entries "
                            + decisions.reasons().get(id) + where);
        } else if (draft.dialect().path("operations").path(id).path("work").has("answer")) {
            questions.add(
                    Kind.GUESSED,
                    id + " always answers the same: its path and its reply tell of no collection" + where);
        }
        ErrorCodes.of(operation.item(), draft.dialect().path("refusals").toString())
                .forEach(codes -> questions.add(Kind.CODES, codes));
    }
}
