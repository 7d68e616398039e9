package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.SandbankResource;
import dev.sandbank.internal.bank.EntryRow;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.store.Tables;
import dev.sandbank.internal.text.MemberPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Controls one entry, such as an account.
 *
 * @param id the entry's id
 * @param in its collection
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

    /** The whole entry, as a fixture has it. */
    public ObjectNode form() {
        return in.at().environment().upToDate(this::form);
    }

    private ObjectNode form(Tables tables) {
        return tables.entries()
                .find(in.name(), id)
                .map(entry -> in.form(tables, entry))
                .orElseThrow(() -> in.unknown(id));
    }

    @Override
    public String get(String path) {
        return member(in.name() + "[" + id + "]", form(), path);
    }

    /**
     * Returns a member of an entry: a text as it is, anything else as JSON.
     *
     * @param entry the entry's name in messages
     * @throws UnknownNameException if the entry has no such member
     */
    public static String member(String entry, JsonNode form, String path) {
        JsonNode value = MemberPath.of(path).in(form);
        if (value.isMissingNode()) {
            Set<String> names = new TreeSet<>();
            form.fieldNames().forEachRemaining(names::add);
            throw new UnknownNameException(entry + " has no member \"" + path + '"' + DidYouMean.hint(path, names));
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }

    @Override
    public void set(String path, Object value) {
        change(Map.of(path, MemberPath.value(Objects.requireNonNull(value, "to remove a member, call unset"))));
    }

    @Override
    public void set(Map<String, ?> members) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        members.forEach(
                (path, value) -> values.put(path, value == null ? NullNode.getInstance() : MemberPath.value(value)));
        change(values);
    }

    @Override
    public void unset(String path) {
        change(Map.of(path, NullNode.getInstance()));
    }

    /** Changes members of one of the entry's objects; removes each whose new value is null. */
    void setIn(String object, Map<String, ?> members) {
        set(MemberPath.pointersIn(object, members));
    }

    /** Refuses a member that the entry could not have. */
    void require(String member, JsonNode value) {
        in.at().environment().upToDate(tables -> {
            ObjectNode before = form(tables);
            ObjectNode after = before.deepCopy().set(member, value);
            ValidationContext context = new ValidationContext(in.at().environment(), tables, in.name());
            context.check(after, context.around(before));
            return id;
        });
    }

    /** Changes members; removes each whose new value is null. */
    public void change(ObjectNode members) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        members.properties().forEach(member -> values.put(member.getKey(), member.getValue()));
        change(values);
    }

    private void change(Map<String, JsonNode> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("no member is given, so this would change nothing");
        }
        if (members.keySet().stream()
                .anyMatch(path -> MemberPath.of(path).names().equals(List.of("id")))) {
            throw new IllegalArgumentException("the id of an entry cannot be changed");
        }
        String what = members.entrySet().stream()
                .map(member -> member.getKey() + (member.getValue().isNull() ? " is removed" : " is changed"))
                .collect(Collectors.joining(", ", in.name() + " " + id + ": ", ""));
        in.at().change(what, tables -> change(tables, members));
        in.at().environment().catchUp();
    }

    private String change(Tables tables, Map<String, JsonNode> members) {
        ObjectNode before = form(tables);
        ObjectNode after = before.deepCopy();
        members.forEach((path, value) -> change(after, MemberPath.of(path), value.isNull() ? null : value));
        in.write(tables, after, new ValidationContext(in.at().environment(), tables, in.name()).around(before));
        return id;
    }

    private void change(ObjectNode after, MemberPath member, @Nullable JsonNode value) {
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
