package dev.sandbank.internal.control.api;

import dev.sandbank.internal.model.Outcome;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing that can be called.
 *
 * @param method the HTTP method
 * @param path the path below {@link ControlSite#BASE}, such as <code>/users/{id}/block</code>
 * @param parameters the query parameters that it knows
 * @param lists those of them that may be given more than once
 * @param content what it takes
 * @param work what it does
 */
record ControlOperation(
        String method, String path, Set<String> parameters, Set<String> lists, Content content, Work work) {

    /**
     * What content an operation takes.
     *
     * @param members the members that it knows; one without any takes no content, or an empty object
     * @param yaml the member that content in YAML is the text of; empty if it takes none
     * @param asText whether content in JSON is the text of that member, too, whatever members it has
     */
    record Content(Set<String> members, String yaml, boolean asText) {

        private static final Content NONE = new Content(Set.of(), "", false);

        Content {
            members = Set.copyOf(members);
        }
    }

    /** What an operation does. */
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

    /** The same, with content of these members. */
    ControlOperation taking(String... names) {
        return taking(new Content(Set.of(names), "", false));
    }

    /** The same; content may also be YAML (RFC 9512), which is then the text of this member. */
    ControlOperation orYaml(String member) {
        return taking(new Content(content.members(), member, false));
    }

    /** The same, with any object in JSON or YAML, whose text is this member. */
    ControlOperation takingText(String member) {
        return taking(new Content(Set.of(), member, true));
    }

    private ControlOperation taking(Content other) {
        return new ControlOperation(method, path, parameters, lists, other, work);
    }

    /** The same, with these query parameters besides. */
    ControlOperation with(String... names) {
        Set<String> more = new TreeSet<>(parameters);
        more.addAll(Set.of(names));
        return new ControlOperation(method, path, more, lists, content, work);
    }

    /** The same, with this query parameter besides, which may be given several times. */
    ControlOperation withSeveral(String name) {
        return new ControlOperation(method, path, with(name).parameters, Set.of(name), content, work);
    }
}
