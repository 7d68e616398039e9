package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.init.sample.Samples;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the collections that the paths of a description lead through, and makes their entries from its replies. */
final class CollectionsDraft {

    private static final Set<String> RESERVED = Set.of(
            "users",
            "clients",
            "entitlements",
            "settings",
            "bank",
            "extends",
            "clock",
            "seed",
            "environments",
            "keys",
            "repeat",
            "sandbank");

    private final Map<String, CollectionDraft> byKey = new LinkedHashMap<>();
    private final Set<String> names = new TreeSet<>();
    private final ViewsDraft views;
    private @Nullable NamedEntries named;

    private CollectionsDraft(ViewsDraft views) {
        this.views = views;
    }

    /** Finds the collections of these operations. */
    static CollectionsDraft of(List<ApiOperation> operations, Samples requests, Samples replies) {
        CollectionsDraft all = new CollectionsDraft(new ViewsDraft(replies, new Decisions()));
        operations.forEach(all::levels);
        EntryIds ids = new EntryIds(operations);
        all.byKey.forEach((key, draft) -> ids.of(draft, key).ifPresent(draft::knownBy));
        operations.stream().filter(operation -> operation.levels().isOfEntry()).forEach(all::entry);
        operations.forEach(operation -> all.lists(operation, operations));
        operations.forEach(operation -> all.singles(operation, operations));
        operations.stream().filter(ApiOperation::isGet).forEach(all::list);
        operations.forEach(all::created);
        operations.forEach(all::unread);
        all.all().forEach(CollectionDraft::findParentMember);
        EntriesDraft entries = new EntriesDraft(all, operations, requests, new Variety(replies));
        all.all().forEach(entries::make);
        all.all().forEach(entries::vary);
        return all;
    }

    Collection<CollectionDraft> all() {
        return new LinkedHashSet<>(byKey.values());
    }

    /** Returns what names entries of these collections, once they have entries. */
    NamedEntries named() {
        if (named == null) {
            named = new NamedEntries(all());
        }
        return named;
    }

    /** Returns the collections that have one entry for each of this one. */
    List<CollectionDraft> singlesBelow(CollectionDraft draft) {
        return all().stream()
                .filter(below -> below.isSingle() && draft.equals(below.parent()))
                .toList();
    }

    /** Returns the collection at a path, if there is one. */
    Optional<CollectionDraft> at(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<CollectionDraft> above(ApiOperation operation) {
        List<PathLevels.Level> levels = operation.levels().levels();
        return levels.isEmpty()
                ? Optional.empty()
                : at(levels.get(levels.size() - 1).key());
    }

    /** Returns the first path of a collection, whatever its parameters are called. */
    String keyOf(CollectionDraft draft) {
        return byKey.entrySet().stream()
                .filter(known -> known.getValue().equals(draft))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** Whether the path of an operation leads to a collection. */
    boolean isOn(CollectionDraft draft, ApiOperation operation) {
        return Stream.concat(
                        operation.levels().levels().stream().map(PathLevels.Level::key),
                        Stream.of(operation.levels().key()))
                .anyMatch(key -> draft.equals(byKey.get(key)));
    }

    /** Returns where the entry is in the reply of an operation about one. */
    static Optional<ReplyPlace> entryIn(ApiOperation operation, CollectionDraft draft) {
        Predicate<JsonNode> hasId = value -> draft.idMember().isPresent()
                ? value.has(draft.idMember().get())
                : IdMember.of(value, draft.parameter(), draft.word()).isPresent();
        return draft.isSingle()
                ? Optional.of(operation.one()).filter(place -> operation.reply().isObject())
                : ReplyPlace.ofEntry(operation.reply(), hasId)
                        .filter(place -> !place.isInList() || draft.isTold(place.in(operation.reply())));
    }

    static Optional<ReplyPlace> listIn(ApiOperation operation) {
        return operation.isGet() && !operation.levels().tail().isEmpty()
                ? ReplyPlace.ofList(operation.reply(), operation.levels().tail())
                : Optional.empty();
    }

    /** Whether a POST asks for entries and makes none: it answers with a list, and never with 201. */
    static boolean isQuery(ApiOperation operation, CollectionDraft draft) {
        boolean asks = operation.method().equals(RemoteProcedure.QUERY);
        boolean lists = (asks || operation.method().equals("POST"))
                && !operation.has("201")
                && ReplyPlace.ofList(operation.reply(), operation.levels().tail())
                        .isPresent();
        return lists
                && entryIn(operation, draft).filter(place -> !place.isInList()).isEmpty()
                && !IdMember.of(operation.reply(), draft.parameter(), draft.word())
                        .isPresent();
    }

    private void levels(ApiOperation operation) {
        CollectionDraft parent = null;
        for (PathLevels.Level level : operation.levels().levels()) {
            CollectionDraft above = parent;
            CollectionDraft draft = byKey.computeIfAbsent(level.key(), key -> known(level, above));
            draft.namedBy(level.parameter());
            parent = draft;
        }
    }

    /** Returns the collection of a level: the same for all paths that say {@code accounts/{accountId}}. */
    private CollectionDraft known(PathLevels.Level level, @Nullable CollectionDraft parent) {
        String one = Words.plain(Words.singular(level.name()));
        boolean told = Words.plain(Words.ofParameter(level.parameter())).equals(one);
        return byKey.values().stream()
                .filter(draft -> told && parent == null && draft.parent() == null)
                .filter(draft ->
                        draft.word().equals(level.name()) && draft.parameter().equals(level.parameter()))
                .findFirst()
                .orElseGet(() -> draft(level.name(), parent));
    }

    private CollectionDraft draft(String word, @Nullable CollectionDraft parent) {
        String camel = Words.camel(word);
        String name = RESERVED.contains(camel) ? "bank" + Words.capital(camel) : camel;
        if (names.contains(name) && parent != null) {
            name = Words.singular(parent.name()) + Words.capital(name);
        }
        String first = name;
        for (int number = 2; !names.add(name); number++) {
            name = first + number;
        }
        return new CollectionDraft(name, word, parent);
    }

    /** Finds the collections that lists show: a list from which no path leads on may show those of another path. */
    private void lists(ApiOperation operation, List<ApiOperation> all) {
        Optional<ReplyPlace> place = listIn(operation);
        String key = operation.levels().key();
        if (place.isPresent() && !byKey.containsKey(key) && !isChanged(operation, all)) {
            JsonNode shown = place.get().in(operation.reply()).path(0);
            CollectionDraft same = operation.levels().levels().isEmpty()
                    ? same(operation.levels().tail(), shown)
                    : null;
            byKey.put(
                    key,
                    same == null
                            ? draft(operation.levels().tail(), above(operation).orElse(null))
                            : same);
        }
    }

    /** Whether a path shows one thing that has a list among others: calls change it as a whole. */
    private static boolean isChanged(ApiOperation operation, List<ApiOperation> all) {
        PathLevels levels = operation.levels();
        return ReplyPlace.ofNamedList(operation.reply(), levels.tail()).isEmpty()
                && all.stream()
                        .anyMatch(other -> Set.of("PUT", "PATCH").contains(other.method())
                                && other.levels().key().equals(levels.key()));
    }

    private @Nullable CollectionDraft same(String word, JsonNode shown) {
        return byKey.values().stream()
                .filter(draft -> draft.word().equals(word)
                        && !draft.isSingle()
                        && !draft.members().isEmpty())
                .filter(draft ->
                        shown.properties().stream().map(Map.Entry::getKey).allMatch(draft.members()::containsKey))
                .findFirst()
                .orElse(null);
    }

    /** Finds paths of one thing, such as a user's settings: a reply shows it, or a change of it. */
    private void singles(ApiOperation operation, List<ApiOperation> all) {
        String key = operation.levels().key();
        boolean reads = operation.isGet();
        boolean changes = Set.of("PUT", "PATCH").contains(operation.method())
                && all.stream()
                        .noneMatch(
                                other -> other.isGet() && other.levels().key().equals(key));
        boolean named = !operation.levels().tail().isEmpty();
        if ((reads || changes) && named && operation.reply().isObject() && !byKey.containsKey(key)) {
            Optional<CollectionDraft> above = above(operation);
            boolean part = above.filter(draft ->
                            reads ? PartOfEntry.isShown(operation, draft) : PartOfEntry.isOf(draft, operation.reply()))
                    .isPresent();
            if (!part) {
                CollectionDraft draft = draft(operation.levels().tail(), above.orElse(null));
                draft.beSingle();
                byKey.put(key, draft);
                seen(draft, operation, operation.one());
            }
        }
    }

    /** Finds what calls make though no path reads it: a reply shows an id that the call did not say. */
    private void unread(ApiOperation operation) {
        String key = operation.levels().key();
        CollectionDraft above = above(operation).orElse(null);
        boolean same = above != null && ReplyDraft.isLike(above, operation.reply());
        if (!byKey.containsKey(key) && !same) {
            FreshId.in(operation).ifPresent(member -> {
                CollectionDraft draft = draft(operation.levels().tail(), above);
                draft.knownBy(member);
                byKey.put(key, draft);
                created(operation);
            });
        }
    }

    private void entry(ApiOperation operation) {
        above(operation).ifPresent(draft -> {
            boolean reads = Set.of("GET", "PUT", "PATCH").contains(operation.method());
            Optional<ReplyPlace> place = reads ? entryIn(operation, draft) : Optional.empty();
            place.ifPresent(found -> seen(draft, operation, found));
            if (place.isEmpty() && operation.isGet() && operation.reply().isObject()) {
                seen(draft, operation, ReplyPlace.WHOLE);
            }
        });
    }

    private void list(ApiOperation operation) {
        listIn(operation)
                .ifPresent(place -> at(operation.levels().key())
                        .filter(draft -> !draft.isSingle())
                        .ifPresent(draft -> seen(draft, operation, place)));
    }

    private void created(ApiOperation operation) {
        if (operation.method().equals("POST") && !operation.levels().tail().isEmpty()) {
            at(operation.levels().key())
                    .ifPresent(draft -> entryIn(operation, draft).ifPresent(place -> seen(draft, operation, place)));
        }
    }

    private void seen(CollectionDraft draft, ApiOperation operation, ReplyPlace place) {
        JsonNode shown = place.in(operation.reply());
        draft.seen(shown.isArray() ? shown.path(0) : shown, views.elementAt(operation.schema(), place));
    }
}
