package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The work of an operation that needs no Java: one main work, and further steps.
 *
 * @param list answers with the entries of a collection
 * @param get answers with one entry
 * @param create adds an entry
 * @param replace puts the content of the request in the place of an entry
 * @param patch merges the content of the request into an entry (RFC 7396)
 * @param delete removes an entry
 * @param action sets members of an entry
 * @param answer does nothing but answer
 * @param also further steps, in this order, after the main work; if one is refused, nothing is done
 */
public record WorkRule(
        @Nullable ListRule list,
        @Nullable EntryRule get,
        @Nullable CreateRule create,
        @Nullable EntryRule replace,
        @Nullable EntryRule patch,
        @Nullable EntryRule delete,
        @Nullable EntryRule action,
        @Nullable JsonNode answer,
        List<StepRule> also) {

    private static final String ID = "id";

    public WorkRule {
        also = Defaults.orEmpty(also);
    }

    /** Whether a new entry may replace another. */
    public boolean replaces() {
        return create != null && create.replaces;
    }

    /**
     * Which entries a list returns, in which order, and in which pages.
     *
     * @param collection the collection
     * @param below the resource that the entries must belong to (see {@code Through}), or null for any
     * @param vendor the list of the bank's Java that replaces the collection's entries, or null for none
     * @param only conditions on every entry, for every request
     * @param filters conditions that apply if the request has the parameters that they compare with
     * @param sort the members to sort by, descending with a minus sign; by creation if there are none; a template
     * stands for the order that a call asks for
     * @param sortable the members that a call may sort by
     * @param reverse the order is reversed if all of these hold; never if there are none
     * @param pages how to cut it into pages, or null for one page
     */
    public record ListRule(
            String collection,
            @Nullable String below,
            @Nullable String vendor,
            List<Condition> only,
            List<Condition> filters,
            List<String> sort,
            List<String> sortable,
            List<Condition> reverse,
            @Nullable PageRule pages) {
        public ListRule {
            only = Defaults.orEmpty(only);
            filters = Defaults.orEmpty(filters);
            sort = Defaults.orEmpty(sort);
            sortable = Defaults.orEmpty(sortable);
            reverse = Defaults.orEmpty(reverse);
        }
    }

    /**
     * How a list is cut into pages. Each parameter is one of the query or, as a JSON Pointer, a member of the content.
     *
     * @param style {@code cursor}, {@code id}, {@code page} or {@code offset}
     * @param start the parameter that says where to begin
     * @param after the parameter with the id of the entry to begin after
     * @param before the parameter that says where to end, or null if pages go forward only
     * @param size the parameter for the page size
     */
    public record PageRule(
            String style,
            String start,
            @Nullable String after,
            @Nullable String before,
            String size) {
        public PageRule {
            start = start == null ? after : start;
        }

        /** Whether a page begins at a cursor that the bank issued, or at an entry. */
        public boolean hasCursor() {
            return style.equals("cursor") || isById();
        }

        /** Whether calls ask for a page in their content: no link leads to another one then. */
        public boolean isInContent() {
            return isInContent(start);
        }

        /** Whether a name is that of a member of the content. */
        public static boolean isInContent(String name) {
            return name.startsWith("/");
        }

        /** Whether a cursor is the id of an entry. */
        public boolean isById() {
            return style.equals("id");
        }
    }

    /**
     * A new entry.
     *
     * @param collection the collection it is added to
     * @param id how its id is made (see {@link IdStyle}), {@code integer} for the next number, or a template for it
     * @param content its initial members, as a JSON Pointer into the request's content; null for none
     * @param members its members, as templates
     * @param allow permissions that the user it is made for gets on it, if entitlements rule the collection
     * @param taken the phrase for an id that exists already, or null if that cannot happen
     * @param replaces whether it replaces an entry with its id, if the caller sees that
     */
    public record CreateRule(
            String collection,
            String id,
            @Nullable String content,
            Map<String, JsonNode> members,
            List<String> allow,
            @Nullable String taken,
            boolean replaces) {
        public CreateRule {
            members = Defaults.orEmpty(members);
            String usual = id == null ? IdStyle.UUID : id;
            id = members.containsKey(ID) ? members.get(ID).asText() : usual;
            content = content == null || content.equals("false") ? null : pointer(content);
            allow = Defaults.orEmpty(allow);
        }
    }

    /**
     * A change of one of the resources that the call names.
     *
     * @param of its name, or null for the last one in the path
     * @param content the JSON Pointer to the part of the request's content that is put into it
     * @param members further members to set, as templates
     */
    public record EntryRule(@Nullable String of, String content, Map<String, JsonNode> members) {
        public EntryRule {
            content = content == null ? "" : pointer(content);
            members = Defaults.orEmpty(members);
        }
    }

    /**
     * A step after the main work: one of {@code set}, {@code each}, {@code create} and {@code delete}.
     *
     * @param set the name of the resource to change
     * @param each the collection whose entries to change, if the caller sees them and {@code only} holds
     * @param only conditions on each of them
     * @param members the members to set, as templates
     * @param gone whether to remove them instead
     * @param create a further entry
     * @param delete the name of the resource to remove
     */
    public record StepRule(
            @Nullable String set,
            @Nullable String each,
            List<Condition> only,
            Map<String, JsonNode> members,
            boolean gone,
            @Nullable CreateRule create,
            @Nullable String delete) {
        public StepRule {
            only = Defaults.orEmpty(only);
            members = Defaults.orEmpty(members);
        }
    }

    /** Returns the pointer; {@code true} stands for the whole content. */
    private static String pointer(String content) {
        return content.equals("true") ? "" : content;
    }
}
