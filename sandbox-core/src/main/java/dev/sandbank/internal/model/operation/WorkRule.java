package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The work of an operation that needs no Java: one main work, and what is done besides.
 *
 * @param list answers with the entries of a collection
 * @param get answers with one entry
 * @param create adds an entry
 * @param replace puts the content of the request in the place of an entry
 * @param patch merges the content of the request into an entry (RFC 7396)
 * @param delete removes an entry
 * @param action sets members of an entry
 * @param answer does nothing but answer
 * @param also further steps, in this order, after the main work: all of it is done or nothing
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

    /** Whether an entry may take the place of another. */
    public boolean replaces() {
        return create != null && create.replaces;
    }

    /**
     * Which entries, in which order, how many at a time.
     *
     * @param collection the collection
     * @param below the resource that the entries must belong to (see {@code Through}), or null for any
     * @param vendor the list of the bank's Java that takes the place of the collection's entries, or null for none
     * @param only what must hold of each, whatever the request asks for
     * @param filters what must hold of each if the request has the parameters that it compares with
     * @param sort the members to sort by, those with a minus sign downwards; as they came to be if there are none;
     *     a template stands for what a call wants to sort by
     * @param sortable what it may want to sort by
     * @param reverse the order is turned around if all of these hold; never if there are none
     * @param pages how they are cut into pages, or null for all at once
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
     * How a list is cut into pages.
     *
     * @param style {@code cursor}, {@code id}, {@code page} or {@code offset}
     * @param start the parameter that says where to begin
     * @param after the same, where that is after an entry that is named by its id
     * @param before the parameter that says before what to end, or null if pages go forward only
     * @param size the parameter that says how many
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
     * @param content what it begins with, as a JSON Pointer into the request's content; null for nothing
     * @param members its members, as templates
     * @param allow what the user it is made for may do with it from now on, where entitlements rule the collection
     * @param taken the phrase for an id that is there already, or null if such an id cannot be made
     * @param replaces whether it takes the place of an entry with its id, if the caller sees that
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
     * What is done to one of the resources that the call names.
     *
     * @param of its name, or null for the last one in the path
     * @param content where in the request's content that stands which is put into it, as a JSON Pointer
     * @param members members to set besides, as templates
     */
    public record EntryRule(@Nullable String of, String content, Map<String, JsonNode> members) {
        public EntryRule {
            content = content == null ? "" : pointer(content);
            members = Defaults.orEmpty(members);
        }
    }

    /**
     * A step besides the main work: one of {@code set}, {@code each}, {@code create} and {@code delete}.
     *
     * @param set the name of the resource whose members are set
     * @param each the collection whose entries are changed, as far as the caller sees them and {@code only} holds
     * @param only what must hold of each of them
     * @param members the members to set, as templates
     * @param gone whether they are removed instead
     * @param create a further entry
     * @param delete the name of the resource that is removed
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

    /** {@code true} stands for all of the content. */
    private static String pointer(String content) {
        return content.equals("true") ? "" : content;
    }
}
