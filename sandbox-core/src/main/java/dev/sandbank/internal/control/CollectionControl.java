package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.ClientDefaults;
import dev.sandbank.internal.bank.EntryRow;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.EventRule;
import dev.sandbank.internal.export.EntryForm;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Tables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Controls the entries of one collection, such as {@code accounts}, or {@code users} themselves.
 *
 * @param name the collection
 * @param at the collection's environment
 */
public record CollectionControl(String name, EnvironmentControl at) {

    static CollectionControl of(String name, EnvironmentControl at) {
        Set<String> known = known(at.environment());
        if (!known.contains(name)) {
            throw new UnknownNameException("there is no collection \"" + name + '"'
                    + DidYouMean.instead(name, "a collection of this bank", known));
        }
        return new CollectionControl(name, at);
    }

    private static Set<String> known(Environment environment) {
        Dialect dialect = environment.definition().dialect();
        Set<String> known = new TreeSet<>(dialect.collections().keySet());
        known.addAll(List.of(Directory.CLIENTS, Directory.USERS));
        if (dialect.tells()) {
            known.addAll(EventRule.COLLECTIONS);
        }
        known.addAll(environment.realm().collections().keySet());
        known.addAll(environment.store().entries().collections());
        known.addAll(dialect.fixture().pairs().keySet());
        known.addAll(dialect.fixture().optional());
        known.addAll(dialect.fixture().references().keySet());
        return known;
    }

    /**
     * Returns an entry.
     *
     * @throws UnknownNameException if no entry has this id
     */
    public ResourceControl resource(String id) {
        return at.environment().upToDate(tables -> {
            if (find(id).isEmpty()) {
                throw unknown(id);
            }
            return new ResourceControl(id, this);
        });
    }

    UnknownNameException unknown(String id) {
        Set<String> ids = new TreeSet<>(at.environment().store().entries().ids(name));
        return new UnknownNameException("there is no entry \"" + id + "\" of " + name + DidYouMean.hint(id, ids));
    }

    /** All entries in their order, as a fixture has them. */
    public List<ObjectNode> forms() {
        return at.environment()
                .upToDate(tables -> tables.entries().all(name).stream()
                        .map(entry -> form(tables, entry))
                        .toList());
    }

    ObjectNode form(Tables tables, Entry entry) {
        return EntryForm.of(at.environment().definition().dialect(), tables, null)
                .of(entry);
    }

    Optional<Entry> find(String id) {
        return at.environment().store().entries().find(name, id);
    }

    /**
     * Adds an entry at the end of the collection.
     *
     * @param text the entry as a fixture has it, in YAML or JSON
     * @throws RefusedEntryException if no fixture could have this entry here
     */
    public ResourceControl add(String text) {
        ObjectNode entry = read(text);
        String id = entry.path("id").asText();
        at.change(name + " " + id + " is added", tables -> {
            if (tables.entries().find(name, id).isPresent()) {
                throw new RefusedEntryException(List.of(name + "[" + id + "].id: found \"" + id
                        + "\" again, expected an id that no other entry of " + name + " has"));
            }
            write(tables, entry, new ValidationContext(at.environment(), tables, name).around(null));
            return id;
        });
        at.environment().catchUp();
        return new ResourceControl(id, this);
    }

    /**
     * Reads an entry or a part of one, as a fixture has it.
     *
     * @throws RefusedEntryException if the text is not YAML or JSON, or not an object
     */
    public ObjectNode read(String text) {
        try {
            return Library.ofProcess().fixtures().tree(name, text);
        } catch (FixtureException bad) {
            throw new RefusedEntryException(
                    bad.problems().stream().map(Object::toString).toList());
        }
    }

    /** Stores an entry, if a fixture could have it together with the others. */
    void write(Tables tables, ObjectNode entry, ObjectNode others) {
        Dialect dialect = at.environment().definition().dialect();
        new ValidationContext(at.environment(), tables, name).check(entry, others);
        ObjectNode full = name.equals(Directory.CLIENTS) ? new ClientDefaults(dialect).fill(entry) : entry;
        EntryRow row = EntryRow.of(dialect, name, full);
        new EntryWriter(tables, name, at.now())
                .write(row, dialect.collection(name).isTimely(row.document()));
    }
}
