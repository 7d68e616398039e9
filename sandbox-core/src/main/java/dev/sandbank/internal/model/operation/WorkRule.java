package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The work of an operation that needs no Java; exactly one member is there.
 *
 * @param list answers with the entries of a collection
 * @param get answers with one entry
 * @param create adds an entry
 * @param replace puts the content of the request in the place of an entry
 * @param patch merges the content of the request into an entry (RFC 7396)
 * @param delete removes an entry
 * @param action sets members of an entry
 */
public record WorkRule(
        @Nullable ListRule list,
        @Nullable EntryRule get,
        @Nullable CreateRule create,
        @Nullable EntryRule replace,
        @Nullable EntryRule patch,
        @Nullable EntryRule delete,
        @Nullable EntryRule action) {

    /**
     * Which entries, in which order, how many at a time.
     *
     * @param collection the collection
     * @param below the resource that the entries must belong to (see {@code Through}), or null for any
     * @param only what must hold of each, whatever the request asks for
     * @param filters what must hold of each if the request has the parameters that it compares with
     * @param sort the members to sort by, those with a minus sign downwards; as they came to be if there are none
     * @param pages how they are cut into pages, or null for all at once
     */
    public record ListRule(
            String collection,
            @Nullable String below,
            List<Condition> only,
            List<Condition> filters,
            List<String> sort,
            @Nullable PageRule pages) {
        public ListRule {
            only = Defaults.orEmpty(only);
            filters = Defaults.orEmpty(filters);
            sort = Defaults.orEmpty(sort);
        }
    }

    /**
     * How a list is cut into pages.
     *
     * @param style {@code cursor}, {@code page} or {@code offset}
     * @param start the parameter that says where to begin
     * @param size the parameter that says how many
     */
    public record PageRule(String style, String start, String size) {}

    /**
     * A new entry.
     *
     * @param collection the collection it is added to
     * @param id how its id is made: {@code uuid}, or so many characters after a prefix, such as {@code acct-8}
     * @param content whether it begins with the members of the request's content
     * @param members its members, as templates
     * @param allow what the user it is made for may do with it from now on, where entitlements rule the collection
     */
    public record CreateRule(
            String collection, String id, boolean content, Map<String, JsonNode> members, List<String> allow) {
        public CreateRule {
            id = id == null ? "uuid" : id;
            members = Defaults.orEmpty(members);
            allow = Defaults.orEmpty(allow);
        }
    }

    /**
     * What is done to one of the resources that the call names.
     *
     * @param of its name, or null for the last one in the path
     * @param members members to set besides, as templates
     */
    public record EntryRule(@Nullable String of, Map<String, JsonNode> members) {
        public EntryRule {
            members = Defaults.orEmpty(members);
        }
    }
}
