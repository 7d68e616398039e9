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
 * @param members the members of its content that it knows; one without any takes no content, or an empty object
 * @param yaml the member that content in YAML is the text of; empty if it takes none
 * @param work what it does
 */
record ControlOperation(
        String method, String path, Set<String> parameters, Set<String> members, String yaml, Work work) {

    /** What an operation does. */
    @FunctionalInterface
    interface Work {
        Outcome answer(ControlRequest asked);
    }

    ControlOperation {
        parameters = Set.copyOf(parameters);
        members = Set.copyOf(members);
    }

    static ControlOperation of(String method, String path, Work work) {
        return new ControlOperation(method, path, Set.of(), Set.of(), "", work);
    }

    /** The same, with content of these members. */
    ControlOperation taking(String... names) {
        return new ControlOperation(method, path, parameters, Set.of(names), yaml, work);
    }

    /** The same; content may also be YAML (RFC 9512), which is then the text of this member. */
    ControlOperation orYaml(String member) {
        return new ControlOperation(method, path, parameters, members, member, work);
    }

    /** The same, with these query parameters besides. */
    ControlOperation with(String... names) {
        Set<String> more = new TreeSet<>(parameters);
        more.addAll(Set.of(names));
        return new ControlOperation(method, path, more, members, yaml, work);
    }
}
