package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.init.sample.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the entries of collections from what replies show of them. */
final class EntriesDraft {

    private static final Pattern ID = Pattern.compile("[!-~]{1,128}");
    private static final int MOST_ENTRIES = 3;

    private final CollectionsDraft collections;
    private final List<ApiOperation> operations;
    private final Samples requests;
    private final Variety variety;

    EntriesDraft(CollectionsDraft collections, List<ApiOperation> operations, Samples requests, Variety variety) {
        this.variety = variety;
        this.collections = collections;
        this.operations = operations;
        this.requests = requests;
    }

    void make(CollectionDraft draft) {
        List<JsonNode> ids = ids(draft);
        JsonNode first = ids.get(0);
        draft.idsLike(IdForm.of(first, patterns(draft), id -> isId(draft, id) && isShown(draft, id)));
        chosen(draft).stream()
                .filter(id -> ids.size() < MOST_ENTRIES - 1 && !ids.contains(id))
                .forEach(ids::add);
        ids.sort(Comparator.comparing(id -> isRefused(draft, id)));
        int most = draft.isSingle() && draft.parent() == null ? 1 : MOST_ENTRIES - 1;
        for (int number = 1; ids.size() < most; number++) {
            JsonNode made = draft.idForm().make(number);
            if (ids.stream().noneMatch(id -> id.asText().equals(made.asText()))) {
                ids.add(made);
            }
        }
        for (JsonNode id : ids) {
            draft.entries().add(entry(draft, id));
        }
    }

    /** Returns the ids that there can be, if the description names all. */
    private List<JsonNode> chosen(CollectionDraft draft) {
        return parameterSchema(draft).stream()
                .flatMap(
                        schema -> requests.shape(schema).keywords().path("enum").valueStream())
                .filter(id -> isId(draft, id) && isShown(draft, id))
                .toList();
    }

    /** Whether not every path takes an id: a path may choose among fewer words. */
    private boolean isRefused(CollectionDraft draft, JsonNode id) {
        return parameterSchemas(draft)
                .filter(schema -> requests.shape(schema).keywords().has("enum"))
                .anyMatch(schema -> !requests.isValid(schema, id));
    }

    private static ObjectNode entry(CollectionDraft draft, JsonNode id) {
        ObjectNode entry = Samples.object();
        entry.set("id", id);
        draft.members().forEach((member, value) -> {
            if (Literals.isFact(member) && !draft.isKept(member) && !entry.has(draft.stored(member))) {
                entry.set(draft.stored(member), value);
            }
        });
        CollectionDraft parent = draft.parent();
        if (parent != null && !parent.entries().isEmpty()) {
            JsonNode above = parent.entries().get(0).get("id");
            entry.set(draft.parentMember(), draft.isSingle() ? id : above);
        }
        return entry;
    }

    /** Makes the entries differ, and name entries that are there. */
    void vary(CollectionDraft draft) {
        Map<String, CollectionDraft> named = collections.named().ofEntries(draft);
        int number = 0;
        for (ObjectNode entry : draft.entries()) {
            ObjectNode members = Samples.object();
            draft.members().forEach((member, value) -> {
                if (entry.path(draft.stored(member)).equals(value) && isFree(draft, member)) {
                    members.set(member, value);
                }
            });
            ObjectNode varied = variety.of(members, draft.seen(), number);
            if (draft.isSingle() && number > 0 && varied.equals(members)) {
                varied = variety.apart(members, draft.seen(), number);
            }
            for (Map.Entry<String, CollectionDraft> name : named.entrySet()) {
                List<ObjectNode> others = name.getValue().entries();
                JsonNode before = varied.path(name.getKey());
                varied.set(name.getKey(), others.get(number % others.size()).get("id"));
                if (before.isMissingNode()) {
                    varied.remove(name.getKey());
                } else if (!variety.isValid(varied, draft.seen())) {
                    varied.set(name.getKey(), before);
                }
            }
            varied.properties().forEach(member -> entry.set(draft.stored(member.getKey()), member.getValue()));
            number++;
        }
    }

    private static boolean isFree(CollectionDraft draft, String member) {
        return !draft.stored(member).equals("id")
                && !member.equals(draft.parentMember())
                && !draft.owner().filter(member::equals).isPresent();
    }

    /** Returns ids that the description shows, or one that is made. */
    private List<JsonNode> ids(CollectionDraft draft) {
        List<JsonNode> ids = new ArrayList<>();
        CollectionDraft parent = draft.parent();
        if (draft.isSingle() && parent != null) {
            parent.entries().forEach(entry -> ids.add(entry.get("id")));
            return ids;
        }
        told(draft).filter(id -> isShown(draft, id)).ifPresent(ids::add);
        draft.idMember()
                .map(draft.members()::get)
                .filter(id -> ids.stream().noneMatch(id::equals))
                .ifPresent(ids::add);
        String key = collections.keyOf(draft);
        for (ApiOperation operation : operations) {
            if (operation.levels().key().equals(key)) {
                CollectionsDraft.listIn(operation)
                        .ifPresent(place -> place.in(operation.reply())
                                .forEach(entry -> draft.idMember()
                                        .map(entry::path)
                                        .filter(id -> ids.size() < MOST_ENTRIES
                                                && ids.stream()
                                                        .noneMatch(known ->
                                                                known.asText().equals(id.asText())))
                                        .ifPresent(ids::add)));
            }
        }
        ids.removeIf(id -> !isId(draft, id));
        List<JsonNode> shown = ids.stream().filter(id -> !isMade(id)).toList();
        if (!shown.isEmpty()) {
            ids.retainAll(shown);
        } else if (!ids.isEmpty()) {
            JsonNode plain = TextNode.valueOf(Words.singular(draft.name()) + "-10000001");
            if (isId(draft, plain) && isShown(draft, plain)) {
                ids.set(0, plain);
            }
        }
        if (ids.isEmpty()) {
            parameterSchema(draft)
                    .flatMap(requests::of)
                    .filter(id -> ID.matcher(id.asText()).matches())
                    .map(id -> isText(draft) ? TextNode.valueOf(id.asText()) : id)
                    .ifPresent(ids::add);
        }
        if (ids.isEmpty()) {
            ids.add(TextNode.valueOf("1"));
        }
        return ids;
    }

    /** Whether replies show ids as texts, even if paths have numbers. */
    private static boolean isText(CollectionDraft draft) {
        return draft.idMember()
                .map(draft.members()::get)
                .filter(JsonNode::isTextual)
                .isPresent();
    }

    /** Whether no description shows this id: it was made for want of a better one. */
    private static boolean isMade(JsonNode id) {
        return id.asText().startsWith("example");
    }

    /** Whether replies may show this id. */
    private boolean isShown(CollectionDraft draft, JsonNode id) {
        return draft.idMember()
                .map(member -> variety.isValid(Samples.object().set(member, id), draft.seen()))
                .orElse(true);
    }

    /** Returns the id that the description shows for the parameter of paths. */
    private Optional<JsonNode> told(CollectionDraft draft) {
        return parameterSchema(draft)
                .map(schema ->
                        requests.shape(schema).keywords().path("examples").path(0))
                .filter(id -> !id.isMissingNode());
    }

    /** Returns the patterns that the description has for ids of a collection. */
    private Set<String> patterns(CollectionDraft draft) {
        String member = draft.idMember().orElse("");
        Stream<JsonNode> shown = draft.seen().stream().map(seen -> variety.keywords(seen, member));
        return Stream.concat(
                        shown,
                        parameterSchema(draft).stream()
                                .map(schema -> requests.shape(schema).keywords()))
                .map(keywords -> keywords.path("pattern").asText())
                .filter(pattern -> !pattern.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isId(CollectionDraft draft, JsonNode id) {
        boolean plain = (id.isTextual() || id.isIntegralNumber())
                && ID.matcher(id.asText()).matches();
        return plain
                && parameterSchema(draft)
                        .filter(schema -> !requests.isValid(schema, asParameter(schema, id)))
                        .isEmpty();
    }

    /** Returns an id as the path carries it: a number, if the parameter is one. */
    private JsonNode asParameter(JsonNode schema, JsonNode id) {
        boolean number =
                Set.of("integer", "number").contains(requests.shape(schema).type());
        return number && id.asText().matches("[0-9]{1,18}")
                ? LongNode.valueOf(Long.parseLong(id.asText()))
                : TextNode.valueOf(id.asText());
    }

    private Optional<JsonNode> parameterSchema(CollectionDraft draft) {
        return parameterSchemas(draft).findFirst();
    }

    private Stream<JsonNode> parameterSchemas(CollectionDraft draft) {
        String key = collections.keyOf(draft);
        return operations.stream()
                .flatMap(operation -> operation.levels().levels().stream()
                        .filter(level -> level.key().equals(key))
                        .map(level -> operation.parameterSchema(level)))
                .filter(schema -> !schema.isMissingNode());
    }
}
