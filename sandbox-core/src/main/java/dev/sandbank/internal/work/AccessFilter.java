package dev.sandbank.internal.work;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Visibility;
import dev.sandbank.internal.dialect.Visibility.Through;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Positioned;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides which entries a subject sees, as the dialect says for each collection.
 *
 * <p>Ownership and links restrict only users: a client that acts for itself sees everything, and only its scopes
 * decide.
 */
public final class AccessFilter {

    private final Dialect dialect;
    private final Store store;

    public AccessFilter(Dialect dialect, Store store) {
        this.dialect = dialect;
        this.store = store;
    }

    /** Finds an entry, if the subject may know that it exists. */
    public Optional<Entry> find(Subject subject, String collection, String id) {
        return store.entries().find(collection, id).filter(entry -> sees(subject, entry));
    }

    public boolean isEmpty(String collection) {
        return store.entries().isEmpty(collection);
    }

    /** Whether there is such an entry, visible or not. */
    public boolean exists(String collection, String id) {
        return store.entries().find(collection, id).isPresent();
    }

    /** Whether there is an entry that a call could name by this id, visible or not. */
    public boolean exists(ResourceRule rule, String id) {
        return rule.by() == null
                ? exists(rule.collection(), id)
                : store.entries().all(rule.collection()).stream()
                        .anyMatch(entry -> entry.idFor(rule).equals(id));
    }

    /** Returns all entries of a collection that the subject may see. */
    public List<Entry> list(Subject subject, String collection) {
        return switch (how(subject, collection)) {
            case "linked" -> store.entries().linkedTo(collection, subject.id());
            case "owned" -> store.entries().ownedBy(collection, subject.id());
            case "through" -> throughParents(subject, collection);
            default -> store.entries().all(collection);
        };
    }

    /** Returns the same as a cursor that reads a few entries at a time. */
    public EntryCursor shelf(Subject subject, String collection) {
        return how(subject, collection).equals("all")
                ? new WholeCollection(store.entries(), collection)
                : EntryCursor.of(list(subject, collection));
    }

    /** Returns the visible entries that belong to an entry which the subject sees. */
    public List<Entry> below(Subject subject, String collection, Entry parent) {
        if (through(collection)
                .filter(rule -> rule.collection().equals(parent.collection()))
                .isEmpty()) {
            return List.of();
        }
        List<Entry> all = store.entries().below(collection, parent.id());
        return how(subject, collection).equals("through")
                ? all
                : all.stream().filter(entry -> sees(subject, entry)).toList();
    }

    private boolean sees(Subject subject, Entry entry) {
        return switch (how(subject, entry.collection())) {
            case "linked" -> store.links().exists(subject.id(), entry.collection(), entry.id());
            case "owned" -> entry.ownedBy(subject.id());
            case "through" -> seesParent(subject, entry);
            default -> true;
        };
    }

    private List<Entry> throughParents(Subject subject, String collection) {
        return through(collection)
                .map(rule -> list(subject, rule.collection()).stream()
                        .flatMap(parent -> store.entries().below(collection, parent.id()).stream())
                        .toList())
                .orElse(List.of());
    }

    private boolean seesParent(Subject subject, Entry entry) {
        return through(entry.collection())
                .flatMap(rule -> find(
                        subject,
                        rule.collection(),
                        entry.document().path(rule.member()).asText()))
                .isPresent();
    }

    private Optional<Through> through(String collection) {
        return Optional.ofNullable(dialect.collection(collection).through());
    }

    private String how(Subject subject, String collection) {
        return subject.isClient()
                ? Visibility.ALL.visible()
                : dialect.collection(collection).visible();
    }

    /**
     * Reads a whole collection as far as it is needed. A place is one more than the store's, which begin with 0.
     *
     * @param entries the store's entries
     * @param collection the collection
     */
    private record WholeCollection(Entries entries, String collection) implements EntryCursor {

        @Override
        public List<Positioned> after(long place, int limit) {
            return entries.from(collection, place, limit).stream()
                    .map(placed -> new Positioned(placed.entry(), placed.place() + 1))
                    .toList();
        }

        @Override
        public OptionalLong placeOf(String id) {
            return entries.placeOf(collection, id).stream()
                    .mapToLong(place -> place + 1)
                    .findFirst();
        }

        @Override
        public int count() {
            return entries.count(collection);
        }
    }
}
