package dev.sandbank.internal.control.api;

import dev.sandbank.internal.model.Outcome;
import java.util.Set;
import java.util.TreeSet;

/**
 * One operation of the control API.
 *
 * @param method the HTTP method
 * @param path the path below {@link ControlSite#BASE}, such as <code>/users/{id}/block</code>
 * @param parameters the query parameters that it knows
 * @param lists those of them that may be repeated
 * @param content the content that it takes
 * @param work what it does
 */
record ControlOperation(
        String method, String path, Set<String> parameters, Set<String> lists, Content content, Work work) {

    /**
     * The content that an operation takes.
     *
     * @param members the members that it knows; if empty, it takes no content or an empty object
     * @param yaml the member whose text is content in YAML; empty if the operation takes no YAML
     * @param asText whether content in JSON is also the text of that member, with any members
     */
    record Content(Set<String> members, String yaml, boolean asText) {

        private static final Content NONE = new Content(Set.of(), "", false);

        Content {
            members = Set.copyOf(members);
        }
    }

    /** Does the work of an operation. */
    @FunctionalInterface
    interface Work {
        Outcome answer(ControlRequest asked);
    }

    ControlOperation {
        parameters = Set.copyOf(parameters);
        lists = Set.copyOf(lists);
    }

    static ControlOperation of(String method, String path, Work work) {
        return new ControlOperation(method, path, Set.of(), Set.of(), Content.NONE, work);
    }

    /** The same operation, with these members in its content. */
    ControlOperation taking(String... names) {
        return taking(new Content(Set.of(names), "", false));
    }

    /** The same operation, which also takes YAML (RFC 9512): that is the text of this member. */
    ControlOperation orYaml(String member) {
        return taking(new Content(content.members(), member, false));
    }

    /** The same operation, which takes any object in JSON or YAML: its text is this member. */
    ControlOperation takingText(String member) {
        return taking(new Content(Set.of(), member, true));
    }

    private ControlOperation taking(Content other) {
        return new ControlOperation(method, path, parameters, lists, other, work);
    }

    /** The same operation, with these query parameters in addition. */
    ControlOperation with(String... names) {
        Set<String> more = new TreeSet<>(parameters);
        more.addAll(Set.of(names));
        return new ControlOperation(method, path, more, lists, content, work);
    }

    /** The same operation, with this query parameter in addition, which may be repeated. */
    ControlOperation withSeveral(String name) {
        return new ControlOperation(method, path, with(name).parameters, Set.of(name), content, work);
    }
}
