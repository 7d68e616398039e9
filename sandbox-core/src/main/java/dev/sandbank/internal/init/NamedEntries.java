package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.init.sample.Shape;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the members of content that name an entry of a collection, such as {@code account_id} where there are accounts. */
final class NamedEntries {

    private static final Set<String> IDS = Set.of("id", "uuid", "guid", "sid", "token");

    /** What an entry can be in a call: {@code source_account_id} names an account. */
    private static final Set<String> ROLES = Set.of(
            "source",
            "target",
            "destination",
            "from",
            "to",
            "debtor",
            "creditor",
            "originating",
            "receiving",
            "sender",
            "recipient",
            "beneficiary",
            "payer",
            "payee",
            "debit",
            "credit",
            "funding");

    private final Map<String, CollectionDraft> byName = new HashMap<>();

    NamedEntries(Collection<CollectionDraft> collections) {
        for (CollectionDraft draft : collections) {
            if (draft.parent() == null && !draft.isSingle() && !draft.entries().isEmpty()) {
                byName.putIfAbsent(Words.plain(Words.singular(draft.word())), draft);
            }
        }
    }

    /**
     * Returns the members with the collection that each names an entry of.
     *
     * @param members the members of the content, with their types
     */
    Map<String, CollectionDraft> in(Map<String, Shape> members) {
        Map<String, CollectionDraft> found = new TreeMap<>();
        members.forEach((name, shape) -> of(name, shape).ifPresent(draft -> found.put(name, draft)));
        return found;
    }

    /** Returns the collection that a member names an entry of. */
    Optional<CollectionDraft> of(String member, Shape shape) {
        return collection(Words.of(member))
                .filter(draft -> isLike(shape, draft.entries().get(0).path("id")));
    }

    /** Returns the members of a collection's entries that name entries of another one. */
    Map<String, CollectionDraft> ofEntries(CollectionDraft draft) {
        Map<String, CollectionDraft> found = new TreeMap<>();
        draft.members()
                .forEach((member, value) -> collection(Words.of(member))
                        .filter(other -> !other.equals(draft)
                                && other.entries().get(0).path("id").getNodeType() == value.getNodeType())
                        .ifPresent(other -> found.put(member, other)));
        return found;
    }

    private static boolean isLike(Shape shape, JsonNode id) {
        return shape.type().equals(id.isTextual() ? "string" : "integer");
    }

    private Optional<CollectionDraft> collection(List<String> words) {
        int last = words.size() - 1;
        if (last < 1 || !IDS.contains(words.get(last))) {
            return Optional.empty();
        }
        List<String> whole = words.subList(0, last);
        List<String> bare = ROLES.contains(whole.get(0)) ? whole.subList(1, last) : whole;
        return called(String.join("", whole)).or(() -> called(String.join("", bare)));
    }

    private Optional<CollectionDraft> called(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
