package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.SandbankResource;
import dev.sandbank.internal.bank.EntryRow;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.export.EntryForm;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.store.Tables;
import dev.sandbank.internal.text.MemberPath;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to one entry, such as an account.
 *
 * @param id its id
 * @param in the collection it is in
 */
public record ResourceControl(String id, CollectionControl in) implements SandbankResource {

    private static final String CREATED_AT = "createdAt";
    private static final Set<String> TIMES = Set.of(CREATED_AT, "updatedAt");

    @Override
    public String collection() {
        return in.name();
    }

    @Override
    public String json() {
        return form().toString();
    }

    private ObjectNode form() {
        return in.at().environment().upToDate(this::form);
    }

    private ObjectNode form(Tables tables) {
        Dialect dialect = in.at().environment().definition().dialect();
        return tables.entries()
                .find(in.name(), id)
                .map(entry -> EntryForm.of(dialect, tables, null).of(entry))
                .orElseThrow(() -> in.unknown(id));
    }

    @Override
    public String get(String path) {
        ObjectNode form = form();
        JsonNode value = MemberPath.of(path).in(form);
        if (value.isMissingNode()) {
            Set<String> names = new TreeSet<>();
            form.fieldNames().forEachRemaining(names::add);
            throw new UnknownNameException(
                    in.name() + "[" + id + "] has no member \"" + path + '"' + DidYouMean.hint(path, names));
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }

    @Override
    public void set(String path, Object value) {
        change(path, MemberPath.value(Objects.requireNonNull(value, "unset takes a member out")), "changed");
    }

    @Override
    public void unset(String path) {
        change(path, null, "taken out");
    }

    private void change(String path, @Nullable JsonNode value, String how) {
        MemberPath member = MemberPath.of(path);
        if (member.names().equals(List.of("id"))) {
            throw new IllegalArgumentException("the id of an entry stays as it is");
        }
        in.at().change(in.name() + " " + id + ": " + path + " is " + how, tables -> change(tables, member, value));
        in.at().environment().catchUp();
    }

    private String change(Tables tables, MemberPath member, @Nullable JsonNode value) {
        ObjectNode before = form(tables);
        ObjectNode after = before.deepCopy();
        boolean ofSandbox = member.names().get(0).equals(EntryRow.KEPT);
        if (!ofSandbox && !after.has(EntryRow.KEPT) && after.has(CREATED_AT)) {
            after.putObject(EntryRow.KEPT).set(CREATED_AT, after.path(CREATED_AT));
        }
        if (!ofSandbox && after.path(EntryRow.KEPT) instanceof ObjectNode kept) {
            kept.remove(List.of("dueAt", "turn"));
            kept.put("updatedAt", in.at().now().toString());
            if (TIMES.contains(member.names().get(0)) && value != null) {
                kept.set(member.names().get(0), value);
            }
        }
        member.set(after, value);
        in.write(tables, after, new ValidationContext(in.at().environment(), tables, in.name()).around(before));
        return id;
    }

    @Override
    public void remove() {
        in.at().change(in.name() + " " + id + " is removed", tables -> {
            if (tables.entries().find(in.name(), id).isEmpty()) {
                throw in.unknown(id);
            }
            EntryWriter.remove(tables, in.name(), id);
            return id;
        });
        in.at().environment().catchUp();
    }

    @Override
    public String toString() {
        return in.name() + " " + id;
    }
}
