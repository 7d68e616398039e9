package dev.sandbank.internal.work;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Dialect.Visibility;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Subject;
import dev.sandbank.internal.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose data a subject sees, as the dialect says for each collection.
 *
 * <p>Ownership and links are about people: a client by itself sees all, and its scopes alone decide.
 */
public final class Visible {

    private static final Visibility ALL = new Visibility("all", null, Map.of());

    private final Map<String, Visibility> rules;
    private final Store store;

    public Visible(Dialect dialect, Store store) {
        this.rules = dialect.collections();
        this.store = store;
    }

    /** An entry, if the subject may know that it exists. */
    public Optional<Entry> find(Subject subject, String collection, String id) {
        return store.entries().find(collection, id).filter(entry -> sees(subject, entry));
    }

    /** All entries of a collection that the subject may know of. */
    public List<Entry> list(Subject subject, String collection) {
        return switch (how(subject, collection)) {
            case "linked" -> store.entries().linkedTo(collection, subject.id());
            case "owned" -> store.entries().ownedBy(collection, subject.id());
            default -> store.entries().all(collection);
        };
    }

    private boolean sees(Subject subject, Entry entry) {
        return switch (how(subject, entry.collection())) {
            case "linked" -> store.links().exists(subject.id(), entry.collection(), entry.id());
            case "owned" -> entry.ownedBy(subject.id());
            default -> true;
        };
    }

    private String how(Subject subject, String collection) {
        return subject.isUser() ? rules.getOrDefault(collection, ALL).visible() : ALL.visible();
    }
}
