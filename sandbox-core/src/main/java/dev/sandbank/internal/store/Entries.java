package dev.sandbank.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Positioned;
import dev.sandbank.internal.store.EntryChanges.Change;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of all collections: users, clients, accounts and all others of a bank. */
public final class Entries {

    private static final String COLUMNS =
            "select collection, id, owner, document, created_at, updated_at, position from entry where collection = ?";

    private final Sql sql;
    private final Supplier<Instant> now;
    private final Supplier<Instant> started;
    private final EntryChanges changes;

    /**
     * @param started when the sandbox started, which is the time of entries without one in the fixture
     * @param changes notes changes
     */
    Entries(Sql sql, Supplier<Instant> now, Supplier<Instant> started, EntryChanges changes) {
        this.sql = sql;
        this.now = now;
        this.started = started;
        this.changes = changes;
    }

    /** Returns the same entries; changes made through these have that moment as their time. */
    public Entries at(Instant moment) {
        return new Entries(sql, () -> moment, started, changes);
    }

    public Optional<Entry> find(String collection, String id) {
        return sql.one(this::read, COLUMNS + " and id = ?", collection, id);
    }

    public boolean isEmpty(String collection) {
        return sql.one(row -> row.number(1), "select 1 from entry where collection = ? limit 1", collection)
                .isEmpty();
    }

    /** Returns the names of the collections that have entries. */
    public Set<String> collections() {
        return new TreeSet<>(sql.many(row -> row.text(1), "select distinct collection from entry"));
    }

    /** Returns the ids of a collection's entries. */
    public Set<String> ids(String collection) {
        return new LinkedHashSet<>(
                sql.many(row -> row.text(1), "select id from entry where collection = ?", collection));
    }

    /** Returns all entries of a collection, in the order in which they were added. */
    public List<Entry> all(String collection) {
        return sql.many(this::read, COLUMNS + " order by position", collection);
    }

    /**
     * Returns the entries of a collection whose document contains a text, in upper or lower case; it does not parse the
     * others.
     */
    public List<Entry> mentioning(String collection, String text) {
        String quoted = TextNode.valueOf(text).toString();
        String wanted = quoted.substring(1, quoted.length() - 1).toLowerCase(Locale.ROOT);
        return sql
                .many(
                        row -> row.text(4).toLowerCase(Locale.ROOT).contains(wanted)
                                ? Optional.of(read(row))
                                : Optional.<Entry>empty(),
                        COLUMNS + " order by position",
                        collection)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Returns up to {@code limit} entries of a collection from a position on, in the order in which they were added.
     */
    public List<Positioned> from(String collection, long place, int limit) {
        return sql.many(
                this::placed,
                COLUMNS + " and position >= ? order by collection, position limit ?",
                collection,
                place,
                limit);
    }

    /** Returns the entry of a collection that was added last. */
    public Optional<Entry> last(String collection) {
        return sql.one(this::read, COLUMNS + " order by collection desc, position desc limit 1", collection);
    }

    public Optional<Long> placeOf(String collection, String id) {
        return sql.one(
                row -> row.number(1), "select position from entry where collection = ? and id = ?", collection, id);
    }

    public int count(String collection) {
        return sql.one(row -> (int) row.number(1), "select count(*) from entry where collection = ?", collection)
                .orElse(0);
    }

    /**
     * Returns the entries of a collection that a user owns, alone or with others, in the order in which they were
     * added.
     */
    public List<Entry> ownedBy(String collection, String owner) {
        List<Positioned> alone =
                sql.many(this::placed, COLUMNS + " and owner = ? order by position", collection, owner);
        List<Positioned> shared =
                sql.many(this::placed, COLUMNS + " and owner >= ? and owner < ?", collection, "\n", "\u000B");
        return inOrder(
                alone, shared.stream().filter(one -> one.entry().ownedBy(owner)).toList());
    }

    private static List<Entry> inOrder(List<Positioned> some, List<Positioned> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparingLong(Positioned::place))
                .map(Positioned::entry)
                .toList();
    }

    /** Returns the entries of a collection that a user is linked to, in the order of the links. */
    public List<Entry> linkedTo(String collection, String user) {
        return sql.many(
                this::read,
                "select e.collection, e.id, e.owner, e.document, e.created_at, e.updated_at"
                        + " from link l join entry e on e.collection = l.collection and e.id = l.resource"
                        + " where l.user_id = ? and l.collection = ? order by l.position",
                user,
                collection);
    }

    /**
     * Returns the entries of a collection that belong to an entry of another one, in the order in which they were
     * added. Most have no owner besides; one index is enough for both, and goes through all that have one.
     */
    public List<Entry> below(String collection, String parent) {
        return inOrder(
                sql.many(this::placed, COLUMNS + " and owner is null and parent = ?", collection, parent),
                sql.many(this::placed, COLUMNS + " and owner >= '' and parent = ?", collection, parent));
    }

    public Entry add(
            String collection, String id, @Nullable String owner, @Nullable String parent, ObjectNode document) {
        Instant at = moment();
        Entry entry = new Entry(collection, id, owner, document, at, at);
        insert(entry, parent);
        return entry;
    }

    private void insert(Entry entry, @Nullable String parent) {
        sql.run(
                "insert into entry values (?, ?, ?, ?, ?, ?, ?, nextval('later_position'))",
                entry.collection(),
                entry.id(),
                entry.owner(),
                parent,
                entry.document().toString(),
                entry.createdAt().toEpochMilli(),
                entry.updatedAt().toEpochMilli());
        if (changes.watches(entry.collection())) {
            changes.note(new Change(null, entry.with(entry.document().deepCopy()), now.get()));
        }
    }

    /** Replaces an entry's document; returns false if there is no such entry. */
    public boolean replace(String collection, String id, ObjectNode document) {
        return changing(
                collection,
                id,
                before -> new Entry(collection, id, before.owner(), document.deepCopy(), before.createdAt(), moment()),
                () -> sql.run(
                        "update entry set document = ?, updated_at = ? where collection = ? and id = ?",
                        document.toString(),
                        now.get().toEpochMilli(),
                        collection,
                        id));
    }

    /** Writes an entry with its times: an existing one keeps its position, a new one is the last. */
    public void put(Entry entry, @Nullable String parent) {
        String collection = entry.collection();
        boolean replaced = changing(
                collection,
                entry.id(),
                before -> entry.with(entry.document().deepCopy()),
                () -> sql.run(
                        "update entry set document = ?, created_at = ?, updated_at = ?, owner = ?, parent = ?"
                                + " where collection = ? and id = ?",
                        entry.document().toString(),
                        entry.createdAt().toEpochMilli(),
                        entry.updatedAt().toEpochMilli(),
                        entry.owner(),
                        parent,
                        collection,
                        entry.id()));
        if (!replaced) {
            insert(entry, parent);
        }
    }

    public boolean delete(String collection, String id) {
        return changing(
                collection,
                id,
                before -> null,
                () -> sql.run("delete from entry where collection = ? and id = ?", collection, id));
    }

    /** Replaces an entry's document and owner; returns false if there is no such entry. */
    public boolean replace(
            String collection, String id, @Nullable String owner, @Nullable String parent, ObjectNode document) {
        return changing(
                collection,
                id,
                before -> new Entry(collection, id, owner, document.deepCopy(), before.createdAt(), moment()),
                () -> sql.run(
                        "update entry set document = ?, updated_at = ?, owner = ?, parent = ?"
                                + " where collection = ? and id = ?",
                        document.toString(),
                        now.get().toEpochMilli(),
                        owner,
                        parent,
                        collection,
                        id));
    }

    /** What becomes of an entry: null if it is removed. */
    @FunctionalInterface
    private interface After {
        @Nullable
        Entry of(Entry before);
    }

    /** Runs a statement that changes or removes an entry; returns whether there is such an entry. */
    private boolean changing(String collection, String id, After after, IntSupplier change) {
        Optional<Entry> before = changes.watches(collection) ? find(collection, id) : Optional.empty();
        boolean done = change.getAsInt() == 1;
        before.ifPresent(old -> changes.note(new Change(old, after.of(old), now.get())));
        return done;
    }

    private Positioned placed(Sql.Row row) {
        return new Positioned(read(row), row.number(7));
    }

    private Entry read(Sql.Row row) {
        return new Entry(
                row.text(1),
                row.text(2),
                row.textOrNull(3),
                StoredDocuments.parse(row.text(4)),
                moment(row.number(5)),
                moment(row.number(6)));
    }

    /** Returns the time to the millisecond, as it is stored. */
    private Instant moment() {
        return Instant.ofEpochMilli(now.get().toEpochMilli());
    }

    /** Reads a time; 0 if there is none. */
    private Instant moment(long milliseconds) {
        return milliseconds == 0 ? started.get() : Instant.ofEpochMilli(milliseconds);
    }
}
