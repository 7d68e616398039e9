package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import java.util.List;
import java.util.Optional;

/** Guesses what one operation does, and writes it as a dialect does. */
final class OperationDraft {

    /** How much of an operation is guessed: each step is for an operation for which the one before did not work. */
    enum Depth {
        /** It works on entries. */
        ALIVE,
        /** It works on entries, which take from the content only what replies have too. */
        COMMON,
        /** It always answers the same, if the entries are there that its path names. */
        FIXED,
        /** It always answers the same. */
        BARE
    }

    private final ApiOperation operation;
    private final CollectionsDraft collections;
    private final ViewsDraft views;
    private final Samples requests;
    private final Samples replies;
    private final ObjectNode made = Samples.object();
    private boolean common;

    OperationDraft(
            ApiOperation operation, CollectionsDraft collections, ViewsDraft views, Samples requests, Samples replies) {
        this.operation = operation;
        this.collections = collections;
        this.views = views;
        this.requests = requests;
        this.replies = replies;
    }

    ObjectNode make(Depth depth) {
        undeclared();
        if (depth != Depth.BARE) {
            resources();
        }
        common = depth == Depth.COMMON;
        boolean done = depth.compareTo(Depth.COMMON) <= 0
                && (new ListDraft(operation, collections, views, requests, replies).write(made)
                        || entry()
                        || single()
                        || part()
                        || create()
                        || action());
        if (!done) {
            made.putObject("work").putObject("answer");
            new ReplyDraft(operation, views, made).fixed();
        }
        return made;
    }

    /** Declares the parameters that only the path has. */
    private void undeclared() {
        operation.levels().levels().stream()
                .filter(level ->
                        level.isOfPath() && operation.parameterSchema(level).isMissingNode())
                .map(PathLevels.Level::parameter)
                .forEach(name -> made.withArrayProperty("parameters")
                        .addObject()
                        .put("name", name)
                        .put("in", "path")
                        .put("required", true)
                        .putObject("schema")
                        .put("type", "string"));
    }

    private void resources() {
        ArrayNode resources = JsonNodeFactory.instance.arrayNode();
        operation
                .levels()
                .levels()
                .forEach(level -> collections
                        .at(level.key())
                        .ifPresent(draft -> resources
                                .addObject()
                                .put("in", level.in())
                                .put("name", level.isOfPath() ? level.parameter() : "/" + level.parameter())
                                .put("collection", draft.name())
                                .put("as", draft.as())
                                .put("entity", draft.as())));
        if (!resources.isEmpty()) {
            made.set("resources", resources);
        }
    }

    private boolean entry() {
        Optional<CollectionDraft> above = collections.above(operation);
        if (!operation.levels().isOfEntry() || above.isEmpty()) {
            return false;
        }
        boolean makes = operation.method().equals("PUT") && takesContent() && operation.has("201");
        return makes ? put(above.get()) : change(above.get());
    }

    /** Makes an entry with the id that the call says, or puts it in the place of the one with this id. */
    private boolean put(CollectionDraft draft) {
        ArrayNode resources = made.withArrayProperty("resources");
        resources.remove(resources.size() - 1);
        ObjectNode create = newEntry(draft);
        create.put("id", "${parameter." + last().parameter() + "}")
                .put("taken", NewEntryDraft.TAKEN)
                .put("replaces", true);
        String fresh = draft.idForm().make(draft.entries().size() + 1).asText();
        made.putObject("examples").put(last().parameter(), fresh);
        about(draft);
        made.withObjectProperty("reply").put("status", 201).put("replaced", operation.has("200") ? 200 : 201);
        return true;
    }

    private PathLevels.Level last() {
        List<PathLevels.Level> levels = operation.levels().levels();
        return levels.get(levels.size() - 1);
    }

    private boolean single() {
        Optional<CollectionDraft> found =
                collections.at(operation.levels().key()).filter(CollectionDraft::isSingle);
        if (found.isEmpty() || (operation.method().equals("POST") && !says(found.get()))) {
            return false;
        }
        CollectionDraft draft = found.get();
        ObjectNode resource = made.withArrayProperty("resources").addObject();
        CollectionDraft parent = draft.parent();
        if (parent == null) {
            resource.put("in", "single");
        } else {
            PathLevels.Level level = last();
            resource.put("in", level.in()).put("name", level.isOfPath() ? level.parameter() : "/" + level.parameter());
        }
        resource.put("collection", draft.name()).put("as", draft.as());
        return change(draft);
    }

    /** Whether the content says a member of what there is one of. */
    private boolean says(CollectionDraft draft) {
        return takesContent() && !members(draft).said().isEmpty();
    }

    private boolean change(CollectionDraft draft) {
        boolean content = takesContent();
        ObjectNode work = made.putObject("work");
        switch (operation.method()) {
            case "GET" -> work.putObject("get").put("of", draft.as());
            case "DELETE" -> work.putObject("delete").put("of", draft.as());
            case "PUT" -> {
                if (!content) {
                    work.putObject("action").put("of", draft.as()).putObject("members");
                } else {
                    replace(work, draft);
                }
            }
            default -> {
                if (content) {
                    patch(work, draft);
                } else {
                    work.putObject("action").put("of", draft.as()).putObject("members");
                }
            }
        }
        if (!operation.isGet() && !says(draft)) {
            states(work.elements().next(), draft);
        }
        about(draft);
        return true;
    }

    /** Sets the states that the reply shows, where the content does not say what changes. */
    private void states(JsonNode rule, CollectionDraft draft) {
        JsonNode shown = CollectionsDraft.entryIn(operation, draft)
                .orElse(ReplyPlace.WHOLE)
                .in(operation.reply());
        StateOfAction.shown(operation, shown).forEach((member, value) -> {
            if (rule.path("members") instanceof ObjectNode members
                    && !draft.member(member).isMissingNode()) {
                members.set(draft.stored(member), value);
            }
        });
    }

    private boolean create() {
        Optional<CollectionDraft> found = collections
                .at(operation.levels().key())
                .filter(draft -> !draft.isSingle() && !CollectionsDraft.isQuery(operation, draft));
        if (!operation.method().equals("POST") || operation.levels().tail().isEmpty() || found.isEmpty()) {
            return false;
        }
        CollectionDraft draft = found.get();
        CollectionDraft parent = draft.parent();
        if (parent != null
                && collections.above(operation).filter(parent::equals).isEmpty()) {
            return false;
        }
        newEntry(draft).put("id", draft.idForm().style());
        collections.singlesBelow(draft).forEach(single -> NewEntryDraft.also(made.withObjectProperty("work"), single));
        about(draft);
        return true;
    }

    private ObjectNode newEntry(CollectionDraft draft) {
        return NewEntryDraft.write(made.putObject("work"), draft, members(draft), contentPlace(draft), takesContent());
    }

    private boolean action() {
        ActionDraft action = new ActionDraft(operation, collections, views, replies);
        Optional<CollectionDraft> found = action.entry();
        found.ifPresent(draft ->
                action.write(made, draft, takesContent() ? members(draft).said() : Samples.object()));
        return found.isPresent();
    }

    /** Shows a part of the entry that the path names. */
    private boolean part() {
        Optional<CollectionDraft> above =
                collections.above(operation).filter(draft -> PartOfEntry.isShown(operation, draft));
        above.ifPresent(draft -> {
            made.putObject("work").putObject("get").put("of", draft.as());
            new ReplyDraft(operation, views, made).at(ReplyPlace.WHOLE, draft);
        });
        return above.isPresent();
    }

    private void about(CollectionDraft draft) {
        new ReplyDraft(operation, views, made).about(draft);
    }

    private boolean takesContent() {
        return requests.shape(operation.body().path("schema")).isObject();
    }

    private void content(ObjectNode rule, CollectionDraft draft) {
        ReplyPlace place = contentPlace(draft);
        if (!place.steps().isEmpty()) {
            rule.put("content", place.toString());
        }
    }

    private void replace(ObjectNode work, CollectionDraft draft) {
        Optional<String> whole = WholeContent.member(operation, draft, requests);
        if (whole.isPresent()) {
            work.putObject("action")
                    .put("of", draft.as())
                    .putObject("members")
                    .put(draft.stored(whole.get()), "${body}");
        } else if (common) {
            work.putObject("action")
                    .put("of", draft.as())
                    .set("members", members(draft).said());
        } else {
            content(work.putObject("replace").put("of", draft.as()), draft);
            ((ObjectNode) work.path("replace")).set("members", members(draft).kept());
        }
    }

    private void patch(ObjectNode work, CollectionDraft draft) {
        ObjectNode renamed = members(draft).renamed();
        ObjectNode rule =
                work.putObject(members(draft).isTaken() ? "patch" : "action").put("of", draft.as());
        if (work.has("patch")) {
            content(rule, draft);
        }
        if (!renamed.isEmpty() || !says(draft)) {
            rule.set("members", renamed);
        }
    }

    private MembersDraft members(CollectionDraft draft) {
        return new MembersDraft(operation, draft, requests, contentPlace(draft), common);
    }

    private ReplyPlace contentPlace(CollectionDraft draft) {
        return new ContentPlace(requests)
                .of(operation.body().path("schema"), draft.members().keySet(), draft.word());
    }
}
